import type { ContactFilter, ContactSort, ContactView } from '@tracewright/investigation';
import { CONTACT_VIEWS, peopleByNumber, whoIsHere } from '@tracewright/investigation';
import type { Ask } from '../platform/ask.js';
import type { ContactFilterInput } from './contact.input.js';

const VIEWS: readonly string[] = CONTACT_VIEWS;
const SORTS: readonly string[] = ['due', 'last', 'name', 'area'];

/** The list's words as a question to the graph. A full phone or document number finds its person; half a number finds nobody. */
export async function contactFilter(
  ask: Ask,
  input: ContactFilterInput,
  sort: string | null,
): Promise<ContactFilter & { personIds: string[] }> {
  const { actor } = ask;
  const text = input.text?.trim() || null;
  const area = input.areaId ? await ask.areas.load(input.areaId) : null;
  const personIds =
    text === null || !/\d{7}/.test(text)
      ? []
      : await ask.desk.work.read(async (tx) => {
          const ids: string[] = [];
          ids.push(...(await whoIsHere(ask.desk, tx, actor, await peopleByNumber(ask.desk, tx, text))));
          return ids;
        });
  return {
    homePath: actor.areaPath,
    view: (VIEWS.includes(input.view ?? '') ? input.view : 'all') as ContactView,
    cls: input.cls ?? null,
    caseId: input.caseId ?? null,
    areaPath: area?.path ?? null,
    observation: (input.observation ?? null) as ContactFilter['observation'],
    text: text?.toLowerCase() ?? null,
    sort: (SORTS.includes(sort ?? '') ? sort : 'due') as ContactSort,
    personIds,
  };
}

const MOST_AT_ONCE = 50_000;

/** Contacts chosen one by one, or all that match a filter. */
export async function chosenContacts(
  ask: Ask,
  input: { contactIds?: string[] | null; filter?: ContactFilterInput | null },
): Promise<string[]> {
  if (input.contactIds && input.contactIds.length > 0) return input.contactIds;
  if (!input.filter) return [];
  const filter = await contactFilter(ask, input.filter, null);
  return ask.desk.work.read((tx) => ask.desk.contacts.idsOf(tx, filter, MOST_AT_ONCE));
}
