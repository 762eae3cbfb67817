/** Cells of a csv: commas, semicolons or tabs, whichever its first line has most of; quoted cells may hold them, and line breaks. */
export function csvRows(text: string): string[][] {
  const whole = text.replace(/^\uFEFF/, '');
  const [head = ''] = whole.split(/\r?\n/, 1);
  const mark = [',', ';', '\t'].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)!.push(cell);
    cell = '';
  };
  for (let i = 0; i < whole.length; i++) {
    const character = whole[i]!;
    if (quoted && character === '"' && whole[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (character === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && character === mark) endCell();
    else if (!quoted && character === '\n') {
      endCell();
      rows.push([]);
    } else if (quoted || character !== '\r') cell += character;
  }
  endCell();
  return rows.filter((row, i) => i < rows.length - 1 || row.some((one) => one !== ''));
}

/** Text of a file as UTF-8, or as GB18030, in which Chinese spreadsheets save a csv, when it is none. */
export function fileText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
