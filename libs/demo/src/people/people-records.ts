import { OUTSIDE_AREAS } from '../areas/build-areas.js';
import type { DemoPerson } from '../records.js';
import { randomOf } from '../seed/random.js';
import { mobile, residentId } from './documents.js';
import type { Double } from './duplicates.js';
import type { Resident } from './residents.js';

export const GUEST = 'demo-person-guest';
const GUEST_PHONE = 4990;

/** Compounds that stand nowhere in the district. */
const NOWHERE = ['锦绣天城', '翡翠湾', '盛世华府', '御景豪庭'];
export const WRONG_ADDRESSES = 20;
const MOVED = 30;

const basic = (one: Resident): DemoPerson => ({
  person: one.person,
  name: one.name,
  sex: one.sex,
  birthOn: one.birthOn,
  docType: 'resident_id',
  docNo: one.docNo,
  phone: one.phone,
  address: one.address,
  area: one.area,
  currentAddress: null,
  currentArea: null,
  guardian: one.guardian,
  needs: one.needs,
});

/** The guest of the story: at home in another province, at the hotel now. */
function guest(hotelArea: string): DemoPerson {
  const birthOn = '1981-02-19';
  return {
    person: GUEST,
    name: '韦志超',
    sex: 'male',
    birthOn,
    docType: 'resident_id',
    docNo: residentId('980102', birthOn, 317),
    phone: mobile(GUEST_PHONE),
    address: '海沅省沅东市港口路18号',
    area: OUTSIDE_AREAS[3],
    currentAddress: '云泽湖滨宾馆305房',
    currentArea: hotelArea,
    guardian: null,
    needs: [],
  };
}

/** Some live elsewhere than written: with relatives in another compound, or in the next city for work. */
function movedTo(one: Resident, i: number, residents: readonly Resident[]): Pick<DemoPerson, 'currentAddress' | 'currentArea'> {
  if (i % 3 === 0) return { currentAddress: '岚泊市新港路21号', currentArea: OUTSIDE_AREAS[2] };
  const host = residents[(residents.indexOf(one) * 13 + 7) % residents.length]!;
  return { currentAddress: host.address, currentArea: host.area };
}

export interface PeopleParts {
  readonly residents: readonly Resident[];
  readonly doubles: readonly Double[];
  /** People nobody's story needs: some of them get a wrong address, some have moved. */
  readonly spare: readonly Resident[];
  readonly hotelArea: string;
}

export function peopleRecords(seed: number, parts: PeopleParts): { people: DemoPerson[]; wrongAddresses: string[] } {
  const random = randomOf(seed, 'people-records');
  const wrong = new Map(
    parts.spare
      .slice(0, WRONG_ADDRESSES)
      .map((one) => [one.person, one.address.replace(/道.*号楼/, `道${random.pick(NOWHERE)}${random.int(1, 9)}号楼`)]),
  );
  const moved = new Map(
    parts.spare.slice(WRONG_ADDRESSES, WRONG_ADDRESSES + MOVED).map((one, i) => [one.person, movedTo(one, i, parts.residents)]),
  );
  const plain = parts.residents.map((one): DemoPerson => {
    const address = wrong.get(one.person);
    return { ...basic(one), ...(address ? { address, area: null } : {}), ...moved.get(one.person) };
  });
  const doubles = parts.doubles.map(
    ({ kept, record }): DemoPerson => ({ ...basic(kept), ...record, docType: record.docNo === null ? null : 'resident_id' }),
  );
  return { people: [...plain, guest(parts.hotelArea), ...doubles], wrongAddresses: [...wrong.keys()] };
}
