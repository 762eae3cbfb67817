import { caseSheet, contactCard, type Desk, localOperator } from '@tracewright/investigation';

/** Contacts of one case that are looked at, the second degree among them. */
const LOOKED_AT = 40;
const CARDS = 2;

/**
 * Asks once what desks ask most, behind those that open: the database makes a plan for each statement when it first sees it, and whoever
 * opened the first card waited for them all. Nobody is shown anything, so nothing is audited.
 */
export async function warmUp(desk: Desk): Promise<void> {
  const operator = localOperator('/', 'warm-up');
  const [newest] = await desk.work.read((tx) => desk.chains.caseIds(tx, '/', 1));
  if (newest === undefined) return;
  const sheet = await caseSheet(desk, operator, newest);
  const people = [...new Set(sheet?.determinations.map(({ personId }) => personId))].slice(0, LOOKED_AT);
  const contacts = await desk.work.read((tx) => desk.contacts.byPersonIds(tx, people));
  for (const { id } of contacts.slice(0, CARDS)) await contactCard(desk, operator, id);
}
