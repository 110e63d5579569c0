import { expect, test } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { runMutants } from './mutant-run.test-support.js';

/** With `npm run fuzz` it is ten thousand, and more if you want. */
const count = 250;

describeWith('shared', 'mutants of the real files', () => {
  test(
    'end in a model or in an error with its place; none crashes, hangs, or needs more memory than the process has',
    async () => {
      // Every fortieth of the ten thousand, half of them in each process.
      const runs = await Promise.all([runMutants(3, count / 2, 80), runMutants(43, count / 2, 80)]);
      expect(runs.flatMap(({ failures }) => failures)).toEqual([]);
      const [model, refused] = (['model', 'refused'] as const).map((outcome) => runs.reduce((sum, run) => sum + run[outcome], 0));
      // Both ends of the way are reached often: mutants that are all refused would show nothing.
      expect(model).toBeGreaterThan(count / 4);
      expect(refused).toBeGreaterThan(count / 4);
    },
    20 * 60_000,
  );
});
