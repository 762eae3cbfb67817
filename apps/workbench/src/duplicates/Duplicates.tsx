import { useQuery } from '@apollo/client/react';
import { AskAreaAboveDocument, DecideDuplicateDocument, DuplicatesDocument, type DuplicatesQuery } from '@tracewright/api-client';
import { afterDecision, afterGroup, ELSEWHERE, focusOf, type GroupChoice, type GroupShape } from '@tracewright/workbench-model';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useCommands } from '../app/commands.js';
import { useLive } from '../app/live.js';
import { Loading } from '../parts/Loading.js';
import { useEvidence } from './Evidence.js';
import { Exposures } from './Exposures.js';
import { GroupList } from './GroupList.js';
import { Merges } from './Merges.js';
import { MergeWill } from './MergeWill.js';
import { SideBySide } from './SideBySide.js';
import { DECISION_KEYS, type Decision, Tray } from './Tray.js';
import { useMergeGroup } from './use-merge-group.js';
import './duplicates.css';

export type Group = DuplicatesQuery['duplicates']['groups'][number];
export type Pair = Group['pairs'][number];

const shapeOf = ({ firstId, pairs, elsewhere }: Group): GroupShape => ({
  firstId,
  columns: [...pairs.map(({ people }) => people[1]!.id), ...(elsewhere ? [ELSEWHERE] : [])],
});

/**
 * A record and the candidates it may be, side by side; the keys decide about the one that has the focus, and the next is already loaded. A merge says
 * beforehand what it will do, and can be undone for ever.
 */
export default function Duplicates() {
  const { t, i18n } = useTranslation();
  const act = useAct();
  const { data, error, refetch } = useQuery(DuplicatesDocument);
  useLive(['duplicates'], () => void refetch());
  const [chosen, setChosen] = useState<GroupChoice | null>(null);
  const [history, setHistory] = useState(false);
  const [kept, setKept] = useState<{ firstId: string; personId: string } | null>(null);
  const [scored, setScored] = useState(false);
  const groups = data?.duplicates.groups ?? [];
  const shapes = groups.map(shapeOf);
  const focus = focusOf(shapes, chosen);
  const group = groups[focus.at];
  const pair = group?.pairs[focus.column];
  const told = useEvidence(pair?.id);
  // The one after it is asked for as well, so that it is there when this one is decided.
  useEvidence((group?.pairs[focus.column + 1] ?? groups[focus.at + 1]?.pairs[0])?.id);
  const shownAt = useRef(0);
  const shown = `${group?.firstId} ${pair?.id}`;
  useEffect(() => {
    if (shown) shownAt.current = Date.now();
  }, [shown]);
  const seconds = (): number => (Date.now() - shownAt.current) / 1_000;
  const keptId = kept !== null && kept.firstId === group?.firstId ? kept.personId : null;
  const mergeGroup = useMergeGroup();
  const decide = async (decision: Decision) => {
    if (!pair) return;
    const next = afterDecision(shapes, focus);
    const stays = pair.people.some(({ id }) => id === keptId) ? { keptId } : {};
    const done = await act(
      DecideDuplicateDocument,
      { input: { pairId: pair.id, decision, seconds: seconds(), ...stays } },
      { topics: ['duplicates', 'contacts'], done: t(`more.duplicates.done.${decision}`) },
    );
    if (done) setChosen(next);
  };
  const all = async () => {
    if (!group || group.pairs.length < 2) return;
    const next = afterGroup(shapes, focus.at);
    if (await mergeGroup(group, keptId, seconds())) setChosen(next);
  };
  const askAbove = () =>
    void act(AskAreaAboveDocument, { personId: group!.firstId }, { topics: ['duplicates'], done: t('more.duplicates.elsewhere.asked') });
  const step = (by: number) => {
    const next = groups[focus.at + by];
    if (next) setChosen({ firstId: next.firstId, column: shapeOf(next).columns[0]! });
  };
  const turn = (by: number) => {
    const column = shapes[focus.at]?.columns[focus.column + by];
    if (group && column) setChosen({ firstId: group.firstId, column });
  };
  const asksAbove = group?.elsewhere && !pair && group.elsewhere.askedAt === null;
  const both = (key: string) => ({ zh: i18n.getFixedT('zh')(key), en: i18n.getFixedT('en')(key) });
  useCommands([
    ...(Object.keys(DECISION_KEYS) as Decision[]).map((decision) => ({
      id: decision,
      label: both(`more.duplicates.${decision}`),
      keys: DECISION_KEYS[decision],
      when: () => pair !== undefined && !history,
      run: () => void decide(decision),
    })),
    {
      id: 'all-same',
      label: both('more.duplicates.all.key'),
      keys: 'A',
      when: () => !history && (group?.pairs.length ?? 0) > 1,
      run: () => void all(),
    },
    { id: 'ask-above', label: both('more.duplicates.elsewhere.ask'), keys: 'U', when: () => Boolean(asksAbove) && !history, run: askAbove },
    { id: 'score', label: both('more.duplicates.score'), keys: 'S', run: () => setScored(!scored) },
    { id: 'right', label: both('more.duplicates.nextCandidate'), keys: 'ArrowRight', run: () => turn(1) },
    { id: 'left', label: both('more.duplicates.formerCandidate'), keys: 'ArrowLeft', run: () => turn(-1) },
    { id: 'next', label: both('more.duplicates.nextGroup'), keys: 'J', run: () => step(1) },
    { id: 'former', label: both('more.duplicates.formerGroup'), keys: 'K', run: () => step(-1) },
  ]);
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  return (
    <div className="duplicates">
      <GroupList
        queue={data.duplicates}
        at={focus.at}
        history={history}
        onChoose={(one) => {
          setHistory(false);
          setChosen({ firstId: one.firstId, column: shapeOf(one).columns[0]! });
        }}
        onHistory={() => setHistory(!history)}
      />
      <section className="compare" aria-label={t('more.duplicates.compare')}>
        {history && <Merges />}
        {!history && group && (
          <>
            <SideBySide
              group={group}
              focus={focus.column}
              onFocus={(column) => setChosen({ firstId: group.firstId, column: shapes[focus.at]!.columns[column]! })}
              keptId={keptId}
              onKeep={(personId) => setKept({ firstId: group.firstId, personId })}
              told={pair ? told : null}
              scored={scored}
            />
            {pair && told && <Exposures pair={pair} told={told} at={focus.column} />}
            {pair && <MergeWill pair={pair} at={focus.column} />}
            <Tray
              group={group}
              at={focus.column}
              scored={scored}
              onScore={() => setScored(!scored)}
              onDecide={(decision) => void decide(decision)}
              onAll={() => void all()}
              onAskAbove={askAbove}
            />
          </>
        )}
        {!history && !group && <p className="quiet">{t('more.duplicates.none')}</p>}
      </section>
    </div>
  );
}
