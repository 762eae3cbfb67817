import type { Room, Run, Site, TransferTask, Vehicle } from './transfer-store.js';

/** Why a party cannot go on a run; each is a rule the dispatcher can read (`domain.md` §8.2, ruling 25). */
export type RunRule =
  | 'party-not-waiting'
  | 'run-not-open'
  | 'mixed-classes'
  | 'ward-alone'
  | 'no-seats'
  | 'site-does-not-take-class'
  | 'no-room'
  | 'needs-ramp'
  | 'room-full'
  | 'room-closed'
  | 'rooms-keep-classes-apart';

export interface RoomLoad {
  readonly room: Room;
  /** People in it or on their way to it, by party. */
  readonly parties: readonly { readonly partyId: string; readonly cls: string }[];
}

export interface RunLoad {
  readonly run: Run;
  readonly vehicle: Vehicle;
  readonly site: Site;
  readonly aboard: readonly TransferTask[];
  readonly rooms: readonly RoomLoad[];
}

export interface Seating {
  readonly taskId: string;
  readonly seatNo: number;
  readonly roomId: string;
}

const NEEDS_RAMP: ReadonlySet<string> = new Set(['wheelchair', 'stretcher']);

/**
 * Seats and rooms for a whole party, or the rule that forbids it. One person one seat; the party in one room where its members fit, one
 * room each otherwise; a room holds one party; classes share neither vehicle nor room without a written reason.
 */
export function seatParty(
  load: RunLoad,
  party: readonly TransferTask[],
  mixedReason: string | null,
  wishedRoomId: string | null,
): { seats: Seating[]; cls: string; mixed: boolean } | { refused: RunRule } {
  const { run, vehicle, site, aboard } = load;
  if (run.state !== 'PLANNED' && run.state !== 'ACCEPTED') return { refused: 'run-not-open' };
  if (party.length === 0 || party.some((t) => t.state !== 'WAITING')) return { refused: 'party-not-waiting' };
  const classes = new Set([...aboard, ...party].map((t) => t.cls));
  if (classes.size > 1 && (mixedReason?.trim() ?? '') === '' && run.mixedReason === null) return { refused: 'mixed-classes' };
  if (party.some((t) => !site.accepts.includes(t.cls))) return { refused: 'site-does-not-take-class' };
  if (party.some((t) => t.needs.some((n) => NEEDS_RAMP.has(n))) && !vehicle.ramp) return { refused: 'needs-ramp' };
  const taken = new Set(aboard.flatMap((t) => t.seatNo ?? []));
  const free = Array.from({ length: vehicle.seats }, (_, i) => i + 1).filter((no) => !taken.has(no));
  if (free.length < party.length) return { refused: 'no-seats' };
  const rooms = roomsFor(load.rooms, party, wishedRoomId);
  if ('refused' in rooms) return rooms;
  const seats = party.map((task, i) => ({ taskId: task.id, seatNo: free[i]!, roomId: rooms.ids[i]! }));
  return { seats, cls: strictest([...classes]), mixed: classes.size > 1 };
}

const strictest = (classes: readonly string[]): string => (classes.includes('CLOSE') ? 'CLOSE' : classes[0]!);

function roomsFor(
  loads: readonly RoomLoad[],
  party: readonly TransferTask[],
  wishedId: string | null,
): { ids: string[] } | { refused: RunRule } {
  const special = party.some((t) => t.needs.some((n) => NEEDS_RAMP.has(n)));
  if (wishedId !== null) {
    const wished = loads.find((l) => l.room.id === wishedId);
    if (wished?.room.state !== 'FREE') return { refused: 'room-closed' };
    if (wished.parties.some((p) => p.partyId !== party[0]!.partyId && p.cls !== party[0]!.cls))
      return { refused: 'rooms-keep-classes-apart' };
    return wished.room.capacity - wished.parties.length >= party.length
      ? { ids: party.map(() => wished.room.id) }
      : { refused: 'room-full' };
  }
  const empty = loads.filter((l) => l.room.state === 'FREE' && l.parties.length === 0);
  const fits = (l: RoomLoad) => l.room.capacity >= party.length && (!special || l.room.kind === 'barrier-free');
  // The smallest room that holds all: family rooms are for families.
  const one = empty
    .filter(fits)
    .sort(
      (a, b) =>
        Number(a.room.kind === 'barrier-free') - Number(b.room.kind === 'barrier-free') ||
        a.room.capacity - b.room.capacity ||
        (a.room.no < b.room.no ? -1 : 1),
    )[0];
  if (one) return { ids: party.map(() => one.room.id) };
  // Children and those who need help are never alone in a room; grown-ups without needs may each have one.
  const together = special || party.some((t) => t.needs.length > 0);
  const singles = together ? [] : empty.slice(0, party.length);
  return singles.length === party.length ? { ids: singles.map((l) => l.room.id) } : { refused: 'no-room' };
}
