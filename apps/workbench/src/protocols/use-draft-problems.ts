import type { VersionBitsFragment } from '@tracewright/api-client';
import { newIdProblem, type ProtocolProblem, shippedProtocol } from '@tracewright/epi-core';
import { type Json, valueAt } from '@tracewright/workbench-model';
import i18next from 'i18next';
import { useCallback } from 'react';

const said = (field: string, key: string, values: Record<string, string> = {}): ProtocolProblem => ({
  field,
  zh: i18next.t(key, { ...values, lng: 'zh' }),
  en: i18next.t(key, { ...values, lng: 'en' }),
});

/** What the server would refuse of a draft that is sound in itself: said beside the field while it is written. */
export function useDraftProblems(versions: readonly VersionBitsFragment[]): (file: Json) => ProtocolProblem[] {
  return useCallback(
    (file) => {
      const [id, version] = [String(file.id ?? ''), String(file.version ?? '')];
      const known = shippedProtocol(id) !== undefined || versions.some((one) => one.protocolId === id);
      const idProblem = known || id === '' ? null : newIdProblem(id);
      const stored = versions.find((one) => one.id === `${id}@${version}`);
      const fixed = shippedProtocol(id)?.version === version || (stored !== undefined && stored.state !== 'DRAFT');
      const rules: readonly unknown[] = Array.isArray(file.exposure) ? file.exposure : [];
      return [
        ...(idProblem ? [{ field: 'id', ...idProblem }] : []),
        ...(fixed ? [said('version', 'protocols.versionTaken', { version })] : []),
        ...rules.flatMap((rule, i) =>
          valueAt(rule, ['gridCompanion']) === undefined ? [] : [said(`exposure.${i}.gridCompanion`, 'protocols.notHandled')],
        ),
      ];
    },
    [versions],
  );
}
