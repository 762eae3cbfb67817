import type { Actor } from '../platform/unit-of-work.js';
import { type Rejection, reject } from './raw-record.js';

/** Whether somebody may write what lies there. What lies nowhere yet is everybody's. */
export const isOwn = ({ areaPath }: Pick<Actor, 'areaPath'>, path: string | null | undefined): boolean =>
  path?.startsWith(areaPath) ?? true;

/** Of a record that lies where others work: an import never reaches beyond the area of whoever makes it. */
export const elsewhere = (field: string, value: string): Rejection =>
  reject(
    field,
    'outside-area',
    `${field}“${value}”不在您的辖区内，未导入：请由该辖区的同事导入。`,
    `${field} "${value}" lies outside your area, so nothing was written: ask a colleague who works there to import it.`,
  );

/** Whose batch this is to see and to stop: that of the area in which it was made. */
export const mayOpenImport = (actor: Pick<Actor, 'areaPath'>, batch: { readonly areaPath: string }): boolean =>
  batch.areaPath.startsWith(actor.areaPath);

/** Its file and the rows refused of it hold people as they came: they are for whoever brought it, and an administrator of that area. */
export const mayReadFile = (
  actor: Pick<Actor, 'areaPath' | 'accountId' | 'role'>,
  file: { readonly by: string; readonly areaPath: string },
): boolean => file.by === actor.accountId || (actor.role === 'administrator' && mayOpenImport(actor, file));
