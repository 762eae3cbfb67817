import type { Area } from './area-store.js';

/** The desk that answers for a case's contacts: the district the case lies in; outside any district, the deployment's own area. */
export function homePathOf(casePath: string, areas: readonly Area[], home: Area | null): string {
  const district = areas.find((area) => area.level === 'district' && casePath.startsWith(area.path));
  return district?.path ?? home?.path ?? casePath;
}
