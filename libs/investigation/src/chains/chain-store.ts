import type { Instant } from '@tracewright/epi-core';
import type { Tx } from '../platform/unit-of-work.js';

/** What the chain view knows of one determination: a case, the person it exposed, where, and when first. */
export interface ExposureLink {
  readonly caseId: string;
  readonly personId: string;
  readonly contactId: string | null;
  readonly viaPersonId: string | null;
  readonly cls: string;
  readonly certainty: string;
  readonly placeId: string | null;
  readonly first: Instant | null;
}

/** A case that names somebody who is a case too: not a contact any more, but still a link of the chain. */
export interface NamedLink {
  readonly fromId: string;
  readonly toId: string;
  readonly first: Instant | null;
}

/** A person and an event: the event names them as exposed there, or they are a case and were there. */
export interface EventLink {
  readonly placeId: string;
  readonly placeName: string;
  readonly personId: string;
  readonly caseId: string | null;
  readonly contactId: string | null;
  /** A case's stay at the event; else the event's word of somebody. */
  readonly visited: boolean;
  readonly first: Instant | null;
}

export interface InfectionLink {
  readonly fromId: string;
  readonly toId: string;
  readonly state: 'recorded' | 'proposed';
}

export abstract class ChainStore {
  /** Live determinations of these cases that were not excluded; at most `limit`, in order of case and person. */
  abstract exposures(tx: Tx, caseIds: readonly string[], limit: number): Promise<ExposureLink[]>;
  /** Names between cases, where either end is one of these. */
  abstract named(tx: Tx, caseIds: readonly string[]): Promise<NamedLink[]>;
  /** Everybody at the events where these cases were exposed or went. */
  abstract atEvents(tx: Tx, caseIds: readonly string[], limit: number): Promise<EventLink[]>;
  /** Who infected whom, where either end is one of these cases. */
  abstract infections(tx: Tx, caseIds: readonly string[]): Promise<InfectionLink[]>;
  /** Ids of the cases under an area, newest report first. */
  abstract caseIds(tx: Tx, areaPath: string, limit: number): Promise<string[]>;
}
