import { OUTSIDE_AREAS } from '../areas/build-areas.js';
import type { DemoPerson, DemoReceivedContact } from '../records.js';
import { at, iso } from '../seed/clock.js';
import { randomOf } from '../seed/random.js';

export const RECEIVED = 28;
const LETTER = ['汀南疫协', '汀北疫协', '岚疫防协', '海沅疫协'];

/** People who live here and were named in other places' investigations; four to a letter. */
export function receivedContacts(seed: number, people: readonly DemoPerson[]): DemoReceivedContact[] {
  const random = randomOf(seed, 'received');
  return people.slice(0, RECEIVED).map((one, i): DemoReceivedContact => {
    const letter = Math.floor(i / 4);
    const received = at(8, '09:00') + letter * 14 * 60 + 25;
    const last = received - random.int(14, 60) * 60;
    return {
      contact: one.person,
      name: one.name,
      docNo: one.docNo,
      phone: one.phone,
      address: one.address,
      area: one.area,
      fromArea: OUTSIDE_AREAS[letter % OUTSIDE_AREAS.length]!,
      letterNo: `${LETTER[letter % LETTER.length]}〔2022〕${31 + letter}号`,
      class: random.chance(0.7) ? 'CLOSE' : 'SECOND',
      firstExposureAt: iso(last - random.int(1, 5) * 60),
      lastExposureAt: iso(last),
      receivedAt: iso(received),
    };
  });
}
