import type { VersionBitsFragment } from '@tracewright/api-client';
import { shippedProtocols } from '@tracewright/epi-core';
import type { Lang } from '@tracewright/workbench-model';

/** A protocol file that is known here: a version written here, as `id@version`, or one that came with the program, by its id. */
export interface KnownText {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export function knownTexts(versions: readonly VersionBitsFragment[], lang: Lang): KnownText[] {
  const written = versions.map(({ id, text }) => ({ id, name: '', text }));
  const shipped = shippedProtocols().map((one) => ({ id: one.id, name: one.name?.[lang] ?? '', text: JSON.stringify(one, null, 2) }));
  return [...written, ...shipped];
}
