import { clockTime, dayOf, PUSH } from '@tracewright/epi-core';
import type { Contact } from '../contacts/contact-store.js';
import type { Person } from '../people/person-store.js';
import type { Desk } from '../platform/desk.js';
import type { Tx } from '../platform/unit-of-work.js';
import type { DuplicatePair } from './duplicate-store.js';

export interface MergeConsequences {
  /** Fields in which the two differ. */
  readonly differing: readonly string[];
  /** What merging would do to what was already sent or moved, in sentences. */
  readonly sentences: readonly { readonly zh: string; readonly en: string }[];
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
function ofAll(contacts: readonly Contact[], tz: string): { zh: string; en: string }[] {
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

/** Said before these are merged: whose push is withdrawn and who is told, and what happens to a seat (ruling 24). */
export async function whatMergingDoes(desk: Desk, tx: Tx, personIds: readonly string[]): Promise<MergeConsequences['sentences']> {
  const sentences: { zh: string; en: string }[] = [];
  const contacts = await desk.contacts.byPersonIds(tx, personIds);
  for (const contact of contacts) {
    const push = contact.pushId === null ? undefined : (await desk.pushes.byIds(tx, [contact.pushId]))[0];
    const area = push ? await desk.areas.byId(tx, push.toAreaId) : null;
    if (push && area)
      sentences.push({
        zh: `推给${area.name}的一条（${PUSH[push.state].zh}）：若不保留此人，将撤回并告知对方。`,
        en: `One sent to ${area.name} (${PUSH[push.state].en}): withdrawn, and they are told, if this person is not the one kept.`,
      });
    const task = await desk.transfer.liveTaskOf(tx, contact.personId);
    if (task)
      sentences.push({
        zh: '有转运任务：未登车的立即下单，已登车的由调度处理。',
        en: 'There is a transfer: off the run at once if not boarded, a dispatcher’s task otherwise.',
      });
  }
  return [...sentences, ...ofAll(contacts, desk.clock.tz)];
}

/** In what the two of a pair differ, and what merging them does. */
export async function mergeConsequences(desk: Desk, tx: Tx, pair: DuplicatePair): Promise<MergeConsequences> {
  const people = new Map((await desk.people.byIds(tx, [pair.a, pair.b])).map((p) => [p.id, p]));
  const [a, b] = [people.get(pair.a), people.get(pair.b)];
  return { differing: a && b ? differing(a, b) : [], sentences: await whatMergingDoes(desk, tx, [pair.a, pair.b]) };
}
