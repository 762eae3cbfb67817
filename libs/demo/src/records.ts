import type { CaseCategory, PlaceCategory, Role, Source } from '@tracewright/epi-core';

/** Instants are ISO 8601 with +08:00, days `YYYY-MM-DD`; what is not known is null. Field names are those of the import's columns. */
export interface DemoArea {
  readonly area: string;
  readonly name: string;
  readonly level: 'province' | 'city' | 'district' | 'street' | 'community' | 'compound';
  readonly parent: string | null;
  readonly dutyHolder: string;
  readonly phone: string;
  readonly aliases: readonly string[];
  /** Contacts come from there and go there; nobody of the home area works in it. */
  readonly outside: boolean;
}

export interface DemoPlace {
  readonly place: string;
  readonly name: string;
  /** A category, or a word of a part of a place: `private_room`, `table`, `room`. */
  readonly category: PlaceCategory | 'private_room' | 'table' | 'room';
  readonly area: string | null;
  readonly parent: string | null;
  readonly lat: number;
  readonly lng: number;
  readonly enclosed: 'yes' | 'no';
  readonly ventilation: 'poor' | 'normal' | 'good';
  readonly airZone: string | null;
  readonly aliases: readonly string[];
  readonly address: string | null;
}

export interface DemoPerson {
  readonly person: string;
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly birthOn: string;
  readonly docType: 'resident_id' | null;
  readonly docNo: string | null;
  /** A child's is null; its guardian has one. */
  readonly phone: string | null;
  readonly address: string;
  /** The compound of the address; null: it could not be located. */
  readonly area: string | null;
  readonly currentAddress: string | null;
  readonly currentArea: string | null;
  readonly guardian: string | null;
  readonly needs: readonly ('infant' | 'minor' | 'wheelchair' | 'dialysis' | 'pregnant')[];
}

export interface DemoCase {
  readonly case: string;
  /** The number people say: `207`. */
  readonly no: string;
  readonly person: string;
  readonly category: CaseCategory;
  /** Every category it had, oldest first; the last is the present one. */
  readonly categoryHistory: readonly { readonly category: CaseCategory; readonly at: string }[];
  readonly onsetOn: string | null;
  readonly firstPositiveSampleAt: string;
  readonly diagnosedAt: string | null;
  readonly reportedAt: string;
  readonly isolatedAt: string;
  readonly hospital: string;
  readonly protocol: 'CN-COVID-V8';
  /** Id of a team and login of an account. */
  readonly team: string;
  readonly owner: string;
  readonly area: string;
  readonly infectedBy: string | null;
  readonly infectedByState: 'recorded' | 'proposed' | null;
  readonly infectedAtPlace: string | null;
}

export interface DemoStay {
  readonly stay: string;
  readonly person: string;
  readonly place: string;
  readonly start: string;
  /** Null: a check-in without check-out; the dwell rule of the place's category gives the end. */
  readonly end: string | null;
  readonly startLatest: string | null;
  readonly endEarliest: string | null;
  readonly source: Exclude<Source, 'mobile_signal'>;
  readonly setting: string | null;
  readonly seat: string | null;
  readonly carriage: string | null;
  readonly protection: 'effective' | 'none' | 'unknown';
  readonly companions: number | null;
}

export interface DemoEvidence {
  readonly evidence: string;
  readonly person: string;
  readonly source: Source;
  readonly place: string | null;
  readonly area: string | null;
  readonly start: string;
  readonly end: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly text: string;
  /** The stay it supports or contradicts; null: a scan or signal nobody has spoken of. */
  readonly stay: string | null;
}

export type DemoRelation = 'household' | 'carer' | 'tablemate' | 'guest' | 'classmate' | 'friend' | 'staff' | 'other';

/** A person a case names (rulings 17). */
export interface DemoNamedContact {
  readonly case: string;
  /** Id in `people` when the person lives in the district, else a new person's. */
  readonly contact: string;
  /** Null: known by description only. */
  readonly name: string | null;
  readonly docNo: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly area: string | null;
  readonly relation: DemoRelation;
  readonly place: string | null;
  readonly stay: string | null;
  readonly firstExposureAt: string | null;
  readonly lastExposureAt: string | null;
  /** The contact through whom this one is a second contact. */
  readonly via: string | null;
  readonly class: 'CLOSE' | 'SECOND' | null;
  readonly description: string | null;
}

/** A contact another area sent us; we have no case for it. */
export interface DemoReceivedContact {
  readonly contact: string;
  readonly name: string;
  readonly docNo: string | null;
  readonly phone: string | null;
  readonly address: string;
  readonly area: string | null;
  readonly fromArea: string;
  readonly letterNo: string;
  readonly class: 'CLOSE' | 'SECOND';
  readonly firstExposureAt: string;
  readonly lastExposureAt: string;
  readonly receivedAt: string;
}

export interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly area: string;
  readonly site: string | null;
  readonly vehicle: string | null;
}

export interface DemoTeam {
  readonly team: string;
  readonly name: string;
  readonly area: string;
  readonly members: readonly string[];
}

export interface DemoVehicle {
  readonly vehicle: string;
  readonly plate: string;
  readonly kind: 'coach' | 'minibus' | 'ambulance' | 'car';
  readonly class: 'CLOSE' | 'SECOND' | null;
  readonly seats: number;
  readonly ramp: boolean;
  readonly area: string;
}

export interface DemoRoom {
  readonly room: string;
  readonly no: string;
  readonly floor: number;
  readonly capacity: number;
  readonly kind: 'single' | 'family' | 'barrier-free';
  readonly state: 'FREE' | 'CLOSED' | 'TO_DISINFECT';
}

export interface DemoSite {
  readonly site: string;
  readonly name: string;
  readonly area: string;
  readonly accepts: readonly ('CLOSE' | 'SECOND')[];
  readonly address: string;
  readonly rooms: readonly DemoRoom[];
}

/** An address as people write it and the compound it lies in; null where the words do not say it. */
export interface DemoAddress {
  readonly text: string;
  readonly areaId: string | null;
  readonly communityId: string | null;
  readonly kind: 'full' | 'short' | 'alias' | 'no-number' | 'ambiguous' | 'unknown';
}

/** What was put wrong on purpose, so that a test or a tour can find it. */
export interface DemoIntended {
  readonly duplicates: readonly {
    readonly kept: string;
    readonly double: string;
    readonly how: 'digits15' | 'lowercase' | 'fullWidth' | 'phoneAndName';
  }[];
  readonly twoPlaces: readonly { readonly person: string; readonly stays: readonly [string, string] }[];
  readonly signalConflicts: readonly { readonly case: string; readonly evidence: string; readonly stay: string }[];
  readonly wrongAddresses: readonly string[];
}

export interface DemoOutbreak {
  readonly seed: number;
  /** Where the demo's clock starts. */
  readonly now: string;
  readonly homeArea: string;
  /** The case to open first. */
  readonly freshCase: string;
  readonly areas: readonly DemoArea[];
  readonly people: readonly DemoPerson[];
  readonly places: readonly DemoPlace[];
  readonly cases: readonly DemoCase[];
  readonly stays: readonly DemoStay[];
  readonly evidence: readonly DemoEvidence[];
  readonly contacts: readonly DemoNamedContact[];
  readonly received: readonly DemoReceivedContact[];
  readonly accounts: readonly DemoAccount[];
  readonly teams: readonly DemoTeam[];
  readonly vehicles: readonly DemoVehicle[];
  readonly sites: readonly DemoSite[];
  readonly intended: DemoIntended;
}

/** Of a team's list: a contact whom somebody wrote down. */
export interface DemoTeamRow {
  readonly case: string;
  /** Who it is in truth: the same number on every list. It stands in no file. */
  readonly who: number;
  readonly name: string;
  readonly docNo: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly lastExposureAt: string;
}

export interface DemoTeamList {
  readonly team: string;
  readonly rows: readonly DemoTeamRow[];
}
