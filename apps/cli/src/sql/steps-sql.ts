/**
 * The same question as statements one after the other: a table for each of its named parts, then the question over them. For engines that
 * put a part in again wherever it is named, as Spark does, and so plan for minutes what they run in seconds. Throws where a statement is
 * not one that begins with named parts.
 */
export function inSteps(sql: string): string[] {
  const begins = /^WITH /m.exec(sql);
  if (!begins) throw new Error('A statement without named parts has no steps.');
  const head = sql.slice(0, begins.index);
  const steps: string[] = [];
  let at = begins.index + begins[0].length;
  for (;;) {
    const named = /^(\w+) AS \(/.exec(sql.slice(at));
    if (!named) throw new Error(`A named part was looked for at: ${sql.slice(at, at + 40)}`);
    const body = at + named[0].length;
    const end = closingOf(sql, body);
    steps.push(`CREATE TABLE ${named[1]} AS ${sql.slice(body, end).trim()}`);
    const more = /^\),\s*/.exec(sql.slice(end));
    if (!more) return [`${head}${steps[0]}`, ...steps.slice(1), sql.slice(end + 1).trim()];
    at = end + more[0].length;
  }
}

/** Where the bracket closes that was opened before `from`; brackets in text are none. */
function closingOf(sql: string, from: number): number {
  let [open, inText] = [1, false];
  for (let at = from; at < sql.length; at++) {
    if (sql[at] === "'") inText = !inText;
    else if (inText) continue;
    else if (sql[at] === '(') open++;
    else if (sql[at] === ')' && --open === 0) return at;
  }
  throw new Error('A bracket of the statement does not close.');
}
