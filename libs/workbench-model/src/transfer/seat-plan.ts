/** A seat of a vehicle with whoever has it. */
export interface Seat<P> {
  readonly no: number;
  readonly person: P | null;
}

/** Seats in rows of at most `abreast`, numbered from the front left. */
export function seatRows<P extends { readonly seatNo: number | null }>(seats: number, people: readonly P[], abreast = 4): Seat<P>[][] {
  const bySeat = new Map(people.flatMap((person) => (person.seatNo === null ? [] : [[person.seatNo, person] as const])));
  const all = Array.from({ length: seats }, (_, i): Seat<P> => ({ no: i + 1, person: bySeat.get(i + 1) ?? null }));
  const rows: Seat<P>[][] = [];
  for (let i = 0; i < all.length; i += abreast) rows.push(all.slice(i, i + abreast));
  return rows;
}

export interface RoomCounts {
  readonly rooms: number;
  readonly beds: number;
  readonly taken: number;
  /** Rooms that may be used and hold nobody. */
  readonly free: number;
  readonly toDisinfect: number;
}

export function roomCounts(rooms: readonly { readonly capacity: number; readonly taken: number; readonly state: string }[]): RoomCounts {
  return {
    rooms: rooms.length,
    beds: rooms.reduce((sum, room) => sum + room.capacity, 0),
    taken: rooms.reduce((sum, room) => sum + room.taken, 0),
    free: rooms.filter((room) => room.state === 'FREE' && room.taken === 0).length,
    toDisinfect: rooms.filter((room) => room.state === 'TO_DISINFECT').length,
  };
}

/** Rooms floor by floor, the highest first, each floor in order of its numbers. */
export function floorsOf<R extends { readonly floor: number; readonly no: string }>(rooms: readonly R[]): { floor: number; rooms: R[] }[] {
  const floors = [...new Set(rooms.map((room) => room.floor))].sort((a, b) => b - a);
  return floors.map((floor) => ({
    floor,
    rooms: rooms.filter((room) => room.floor === floor).sort((a, b) => a.no.localeCompare(b.no, undefined, { numeric: true })),
  }));
}
