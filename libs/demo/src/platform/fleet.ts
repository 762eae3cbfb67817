import { HOME_DISTRICT } from '../areas/build-areas.js';
import type { DemoRoom, DemoSite, DemoVehicle } from '../records.js';

/** No province's plates begin with 演, and four digits are one too few. */
const plate = (digits: number): string => `演A·${digits}`;

const vehicle = (
  n: number,
  digits: number,
  kind: DemoVehicle['kind'],
  seats: number,
  cls: DemoVehicle['class'],
  ramp = false,
): DemoVehicle => ({
  vehicle: `demo-vehicle-${n}`,
  plate: plate(digits),
  kind,
  class: cls,
  seats,
  ramp,
  area: HOME_DISTRICT,
});

export const buildVehicles = (): DemoVehicle[] => [
  vehicle(1, 3018, 'coach', 18, 'CLOSE'),
  vehicle(2, 6204, 'minibus', 12, 'CLOSE', true),
  vehicle(3, 5117, 'minibus', 10, 'SECOND'),
  vehicle(4, 2280, 'coach', 18, 'SECOND'),
  vehicle(5, 7035, 'car', 4, null),
  vehicle(6, 9006, 'ambulance', 2, null, true),
];

/** Every sixth room for a family, every eleventh without steps; a few are closed or wait to be disinfected. */
function room(site: string, floor: number, door: number): DemoRoom {
  const n = floor * 20 + door;
  const kind = n % 11 === 0 ? 'barrier-free' : n % 6 === 0 ? 'family' : 'single';
  const no = `${floor}${String(door).padStart(2, '0')}`;
  const state = n % 23 === 0 ? 'CLOSED' : n % 17 === 0 ? 'TO_DISINFECT' : 'FREE';
  return { room: `${site}-room-${no}`, no, floor, capacity: kind === 'single' ? 1 : kind === 'family' ? 4 : 2, kind, state };
}

const rooms = (site: string, floors: number, doors: number): DemoRoom[] =>
  Array.from({ length: floors * doors }, (_, i) => room(site, 2 + Math.floor(i / doors), (i % doors) + 1));

function site(n: number, name: string, area: string, accepts: DemoSite['accepts'], floors: number, doors: number): DemoSite {
  const id = `demo-site-${n}`;
  return { site: id, name, area, accepts, address: `云泽区${name}`, rooms: rooms(id, floors, doors) };
}

/** `communities`: where the sites stand, three of them. */
export const buildSites = (communities: readonly string[]): DemoSite[] => [
  site(1, '湖滨隔离点', communities[0]!, ['CLOSE'], 6, 20),
  site(2, '松岗隔离点', communities[1]!, ['CLOSE', 'SECOND'], 5, 18),
  site(3, '稻香隔离点', communities[2]!, ['SECOND'], 4, 15),
];
