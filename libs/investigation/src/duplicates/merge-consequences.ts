import { clockTime, dayOf, PUSH, type PushState } from '@tracewright/epi-core';
import type { Contact } from '../contacts/contact-store.js';
import type { Person } from '../people/person-store.js';
import type { Desk } from '../platform/desk.js';
import type { Tx } from '../platform/unit-of-work.js';

interface Said {
  readonly zh: string;
  readonly en: string;
}

function differing(a: Person, b: Person): string[] {
  const list = (values: readonly string[]) => [...values].sort().join(' ');
  const fields: [string, unknown, unknown][] = [
    ['name', a.name, b.name],
    ['sex', a.sex, b.sex],
    ['birthOn', a.birthOn, b.birthOn],
    ['documents', list(a.documents.map((d) => d.no)), list(b.documents.map((d) => d.no))],
    ['phones', list(a.phones), list(b.phones)],
    ['address', a.currentAddress ?? a.address, b.currentAddress ?? b.address],
    ['area', a.areaPath, b.areaPath],
  ];
  return fields.filter(([, x, y]) => (x ?? '') !== (y ?? '')).map(([name]) => name);
}

/** What follows for those who are contacts: the latest last exposure counts, and the ledger has fewer people. */
function ofAll(contacts: readonly Contact[], tz: string): Said[] {
  if (contacts.length < 2) return [];
  const last = Math.max(...contacts.map((one) => one.last ?? 0));
  const at = `${dayOf(last, tz).slice(5)} ${clockTime(last, tz)}`;
  const fewer = contacts.filter(({ observation }) => observation !== null).length - 1;
  return [
    ...(contacts.some((one) => one.last !== last) && last > 0
      ? [{ zh: `末次暴露以较晚的为准：${at}，解除日期随之推后。`, en: `The later last exposure counts, ${at}; the release follows it.` }]
      : []),
    ...(fewer > 0
      ? [{ zh: `台账：累计甄别减 ${fewer}。`, en: fewer === 1 ? 'Ledger: one fewer identified.' : `Ledger: ${fewer} fewer identified.` }]
      : []),
  ];
}

/** What is said before a merge is read of all who are shown at once. */
export interface MergeFacts {
  readonly people: ReadonlyMap<string, Person>;
  readonly contacts: ReadonlyMap<string, Contact>;
  /** By the id of a person: where their live push went, and how far it is. */
  readonly pushed: ReadonlyMap<string, { readonly areaName: string; readonly state: PushState }>;
  /** Who waits for a vehicle or is in one. */
  readonly moving: ReadonlySet<string>;
}

export async function mergeFacts(desk: Desk, tx: Tx, personIds: readonly string[]): Promise<MergeFacts> {
  const ids = [...new Set(personIds)];
  const people = new Map((await desk.people.byIds(tx, ids)).map((one) => [one.id, one]));
  const contacts = new Map((await desk.contacts.byPersonIds(tx, ids)).map((one) => [one.personId, one]));
  const areas = new Map((await desk.areas.all(tx)).map((area) => [area.id, area.name]));
  const pushes = await desk.pushes.byIds(
    tx,
    [...contacts.values()].flatMap(({ pushId }) => pushId ?? []),
  );
  const pushed = new Map(pushes.map(({ personId, toAreaId, state }) => [personId, { areaName: areas.get(toAreaId) ?? toAreaId, state }]));
  const moving = new Set<string>();
  for (const { personId, transfer } of contacts.values())
    if (transfer !== null && (await desk.transfer.liveTaskOf(tx, personId))) moving.add(personId);
  return { people, contacts, pushed, moving };
}

/** Said before these are merged: whose push is withdrawn and who is told, and what happens to a seat (ruling 24). */
export function whatMergingDoes({ contacts, pushed, moving }: MergeFacts, personIds: readonly string[], tz: string): Said[] {
  const theirs = personIds.flatMap((id) => contacts.get(id) ?? []);
  const sentences = theirs.flatMap(({ personId }): Said[] => {
    const push = pushed.get(personId);
    return [
      ...(push
        ? [
            {
              zh: `推给${push.areaName}的一条（${PUSH[push.state].zh}）：若不保留此人，将撤回并告知对方。`,
              en: `One sent to ${push.areaName} (${PUSH[push.state].en}): withdrawn, and they are told, if this person is not the one kept.`,
            },
          ]
        : []),
      ...(moving.has(personId)
        ? [
            {
              zh: '有转运任务：未登车的立即下单，已登车的由调度处理。',
              en: 'There is a transfer: off the run at once if not boarded, a dispatcher’s task otherwise.',
            },
          ]
        : []),
    ];
  });
  return [...sentences, ...ofAll(theirs, tz)];
}

/** Names of the fields in which two differ. */
export function differingFields({ people }: MergeFacts, one: string, other: string): string[] {
  const [a, b] = [people.get(one), people.get(other)];
  return a && b ? differing(a, b) : [];
}
