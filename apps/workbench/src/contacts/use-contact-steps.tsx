import { type ContactBitsFragment, PushContactsDocument, ReviewContactsDocument } from '@tracewright/api-client';
import { type Command, type ContactQuery, type ListStep, mayStep, type StepKey, stepsOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../app/act.js';
import { useCommands } from '../app/commands.js';
import { useSession } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import { useSay } from '../parts/Toasts.js';

/** Chosen one by one, or everybody that matches the filter. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly all: boolean;
}

export interface ContactSteps {
  readonly steps: readonly StepKey[];
  /** On the selection, be it thousands: with Shift. */
  readonly onSelection: (step: ListStep) => void;
  readonly onOne: (step: ListStep, contact: ContactBitsFragment) => void;
  /** How many of the selection the step is open to; null when the whole filter is meant and nobody counted. */
  readonly open: (step: ListStep) => number | null;
}

interface Input {
  readonly query: ContactQuery;
  readonly contacts: readonly ContactBitsFragment[];
  readonly current: ContactBitsFragment | null;
  readonly selection: Selection;
  readonly total: number;
  readonly onDone: () => void;
  readonly onCard: (contact: ContactBitsFragment) => void;
}

/** Names shown before many are excluded; the count stands beside them. */
const NAMES_SHOWN = 40;

/** Steps of the list as commands: a plain key acts on the current row, with Shift on the selection, and always asks with the number. */
export function useContactSteps({ query, contacts, current, selection, total, onDone, onCard }: Input): ContactSteps {
  const { t, i18n } = useTranslation();
  const { account } = useSession();
  const navigate = useNavigate();
  const act = useAct();
  const ask = useAsk();
  const say = useSay();
  const steps = stepsOf(account.role);
  const chosen = contacts.filter((contact) => selection.ids.has(contact.id));
  const count = selection.all ? total : selection.ids.size;

  const run = async (
    step: StepKey,
    target: { contactIds: string[] } | { filter: ContactQuery['filter'] },
    n: number,
    names: readonly string[],
  ) => {
    const words = t(`contacts.step.${step.step}`);
    const body = names.length > 0 && (
      <p className="names">
        {names.slice(0, NAMES_SHOWN).join('、')}
        {names.length > NAMES_SHOWN && ' …'}
      </p>
    );
    const reason = await ask({
      title: t('contacts.confirmStep', { step: words, n }),
      body,
      ok: `${words} ${n}`,
      danger: step.step === 'exclude',
      ...(step.reason ? { reason: t('cases.reason') } : {}),
    });
    if (reason === null) return;
    const topics = ['contacts'] as const;
    if (step.step === 'push') {
      const pushed = await act(PushContactsDocument, { input: target }, { topics });
      if (pushed) say(pushed.pushed > 0 ? 'done' : 'problem', t('contacts.pushed', { n: pushed.pushed }) + skippedWords(pushed.skipped));
    } else {
      const done = await act(ReviewContactsDocument, { input: { ...target, step: step.step, reason: reason || null } }, { topics });
      if (done)
        say(done.done.length > 0 ? 'done' : 'problem', t('contacts.reviewed', { n: done.done.length }) + skippedWords(done.skipped));
    }
    onDone();
  };
  const skippedWords = (skipped: readonly { message: string }[]): string => {
    const why = [...new Set(skipped.map((one) => one.message))].slice(0, 3).join('；');
    return skipped.length === 0 ? '' : ` ${t('contacts.skipped', { n: skipped.length, why })}`;
  };
  const stepOf = (name: ListStep) => steps.find((one) => one.step === name);
  const onOne = (name: ListStep, contact: ContactBitsFragment) => {
    const step = stepOf(name);
    if (step) void run(step, { contactIds: [contact.id] }, 1, [contact.person.name ?? contact.person.description ?? '']);
  };
  const open = (name: ListStep): number | null => (selection.all ? null : chosen.filter((contact) => mayStep(name, contact)).length);
  const onSelection = (name: ListStep) => {
    const step = stepOf(name);
    if (!step || count === 0) return;
    const able = chosen.filter((contact) => mayStep(name, contact));
    if (selection.all) void run(step, { filter: query.filter }, total, []);
    else if (able.length > 0)
      void run(
        step,
        { contactIds: able.map((one) => one.id) },
        able.length,
        able.map((one) => one.person.name ?? ''),
      );
  };
  const both = (key: string) => ({ zh: i18n.getFixedT('zh')(key), en: i18n.getFixedT('en')(key) });
  const commands = steps.flatMap((step): Command[] => [
    {
      id: step.step,
      label: both(`contacts.step.${step.step}`),
      keys: step.key,
      when: () => current !== null && mayStep(step.step, current),
      run: () => current && onOne(step.step, current),
    },
    {
      id: `${step.step}-selection`,
      label: both(`contacts.stepAll.${step.step}`),
      keys: `Shift+${step.key}`,
      when: () => count > 0,
      run: () => onSelection(step.step),
    },
  ]);
  useCommands([
    ...commands,
    { id: 'card', label: both('contacts.card'), keys: 'Space', when: () => current !== null, run: () => current && onCard(current) },
    {
      id: 'duplicates',
      label: both('frame.desk.duplicates'),
      keys: 'D',
      when: () => account.role === 'database',
      run: () => navigate('/duplicates'),
    },
  ]);
  return { steps, onSelection, onOne, open };
}
