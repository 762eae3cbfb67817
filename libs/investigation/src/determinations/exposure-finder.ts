import type { Instant, LeastMinutes, PlaceLookup, PlaceNature } from '@tracewright/epi-core';
import { TooMuchAtOnce } from '../platform/too-much-at-once.js';
import type { Tx } from '../platform/unit-of-work.js';
import type { Stay } from '../stays/stay-store.js';

export type Relation = 'same' | 'ancestor' | 'descendant' | 'sameAirZone';

/** A stay as the rules look at it: finders need not know what was only written down with it. */
export type MetStay = Omit<Stay, 'companions' | 'activity' | 'note'>;

/** Two stays of different people that could matter: same place or one inside the other, and widest bounds that touch (with the lag). */
export interface FoundMeeting {
  readonly source: MetStay;
  readonly contact: MetStay;
  /** What the contact's place is to the source's. */
  readonly relation: Relation;
}

export interface ExposureQuestion {
  /** The infected or middle person's stays, edits that are not saved yet included (ruling 16). */
  readonly stays: readonly MetStay[];
  readonly from: Instant;
  readonly to: Instant;
  /** Longest airborne lag of any rule. */
  readonly lagMs: number;
  /** People nobody asks about: they are known already. */
  readonly without: ReadonlySet<string>;
  /** Only these people are asked about; null: everybody. */
  readonly among: ReadonlySet<string> | null;
  /** Whether places beside each other in one air zone count. */
  readonly airZones: boolean;
  /** Meetings of two people that come to nothing by it may be left out; null: everybody who was there is told. */
  readonly least: LeastMinutes | null;
}

/** More meetings than one answer can hold, most of them at this place. */
export class TooManyMeetings extends TooMuchAtOnce {
  constructor(
    readonly meetings: number,
    readonly placeId: string,
    placeName: string,
  ) {
    super({
      zh: `在${placeName}的停留与 ${meetings} 段以上他人停留相遇，无法逐一判定：请缩短在那里的停留，或改记到房间、车厢、座位。`,
      en: `Stays at ${placeName} meet more than ${meetings} stays of others, which cannot be judged one by one: shorten the stay there, or put it down to a room, carriage or seat.`,
    });
  }
}

/** The places of an answer, as the rules look at them. */
export interface PlacesSeen {
  readonly lookup: PlaceLookup;
  natureOf(placeId: string): PlaceNature;
}

/** Who was where somebody was, from what a transaction saw: what others committed before and what it wrote itself until then. */
export interface SeenExposures {
  /** Rejects with `TooManyMeetings`. */
  meetings(question: ExposureQuestion): Promise<{ readonly meetings: FoundMeeting[]; readonly places: PlacesSeen }>;
  /** Stays of these people that reach into `[from, to)`, in no order. */
  staysOf(personIds: readonly string[], from: Instant, to: Instant): Promise<readonly MetStay[]>;
}

export abstract class ExposureFinder {
  /** What the transaction sees now; asked anew after it wrote stays or places. */
  abstract seen(tx: Tx): Promise<SeenExposures>;
}
