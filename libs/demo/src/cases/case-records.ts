import type { DemoCase, DemoStay } from '../records.js';
import { dayText, iso } from '../seed/clock.js';
import { EVENTS } from '../stays/events.js';
import { CASE_ROWS, type CaseRow, caseId } from './case-table.js';

/** Who owns which case: the teams take turns. */
const TEAMS = ['演示流调一组', '演示流调二组', '演示流调三组'];
const FROM_SUSPICION = 150;

export interface CasePerson {
  readonly person: string;
  readonly home: string;
  readonly area: string;
}

function historyOf(row: CaseRow): DemoCase['categoryHistory'] {
  const named = { category: row.first, at: iso(row.reported - FROM_SUSPICION) };
  if (row.first === row.category) return [named];
  return [named, { category: row.category, at: iso(row.reported) }];
}

const placeOf = (row: CaseRow, people: ReadonlyMap<string, CasePerson>): string | null => {
  if (row.where === null || row.infectedBy === null) return null;
  return row.where === 'home' ? people.get(row.infectedBy)!.home : EVENTS.find((event) => event.key === row.where)!.place;
};

/** `people` by number of the case. */
export function caseRecords(people: ReadonlyMap<string, CasePerson>): DemoCase[] {
  return CASE_ROWS.map((row, i): DemoCase => {
    const team = i % TEAMS.length;
    return {
      case: caseId(row.no),
      no: row.no,
      person: people.get(row.no)!.person,
      category: row.category,
      categoryHistory: historyOf(row),
      onsetOn: row.onset === null ? null : dayText(row.onset),
      firstPositiveSampleAt: iso(row.sample),
      diagnosedAt: row.category === 'confirmed' ? iso(row.reported) : null,
      reportedAt: iso(row.reported),
      isolatedAt: iso(row.isolated),
      hospital: '澄川市第三人民医院',
      protocol: 'CN-COVID-V8',
      team: TEAMS[team]!,
      owner: `tracer${team + 1}`,
      area: people.get(row.no)!.area,
      infectedBy: row.infectedBy === null ? null : caseId(row.infectedBy),
      infectedByState: row.state,
      infectedAtPlace: placeOf(row, people),
    };
  });
}

/** The stay of somebody at a place that begins then; the story promised it. */
export function stayAt(stays: readonly DemoStay[], person: string, place: string, start: string): DemoStay {
  const found = stays.find((stay) => stay.person === person && stay.place === place && stay.start === start);
  if (!found) throw new RangeError(`no stay of ${person} at ${place} from ${start}`);
  return found;
}
