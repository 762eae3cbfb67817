import { expect, test } from 'vitest';
import { answerOf, command } from './command-line.js';

interface Measured {
  readonly machine: { readonly cores: number };
  readonly parameters: { readonly visits: number; readonly ours: readonly number[]; readonly rival: readonly number[] };
  readonly measures: readonly {
    readonly name: string;
    readonly ours: number;
    readonly rival: number;
    readonly ratio: number;
    readonly equal: boolean;
  }[];
}

test('an import and its rival write the same, in a database of their own', async () => {
  // The address given to this command is one where nobody answers: a measurement never touches the workbench's database.
  const { machine, parameters, measures } = await answerOf<Measured>(['bench', 'import', '--visits', '200']);
  expect(machine.cores).toBeGreaterThan(0);
  expect(parameters).toMatchObject({
    visits: 200,
    ours: [expect.any(Number), expect.any(Number)],
    rival: [expect.any(Number), expect.any(Number)],
  });
  expect(measures).toHaveLength(1);
  expect(measures[0]!.equal).toBe(true);
  expect(measures[0]!.ratio).toBeCloseTo(measures[0]!.ours / measures[0]!.rival, 6);
});

test('what is not measured is named, with what is', async () => {
  const { code, stderr } = await command(['bench', 'nothing']);
  expect(code).toBe(2);
  expect(stderr).toContain('Name one measurement: exposure, link, import.');
});
