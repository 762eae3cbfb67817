import type { Tx, WriteTx } from '../platform/unit-of-work.js';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly areaId: string | null;
  readonly areaPath: string | null;
  readonly parentId: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly enclosed: 'yes' | 'no' | null;
  readonly ventilation: 'poor' | 'normal' | 'good' | null;
  readonly airZone: string | null;
  readonly aliases: readonly string[];
  readonly address: string | null;
}

export abstract class PlaceStore {
  abstract byIds(tx: Tx, ids: readonly string[]): Promise<Place[]>;
  /** Places with all their ancestors and descendants, for ruling 6. */
  abstract family(tx: Tx, ids: readonly string[]): Promise<Place[]>;
  /** By part of the name, an alias, full pinyin or its initials; best first. */
  abstract search(tx: Tx, text: string, first: number): Promise<Place[]>;
  abstract save(tx: WriteTx, places: readonly Place[]): Promise<void>;
  /** Every place and compound whose name or alias can locate an address (ruling 22). */
  abstract gazetteer(tx: Tx): Promise<{ id: string; name: string; aliases: string[]; areaId: string; areaPath: string }[]>;
}
