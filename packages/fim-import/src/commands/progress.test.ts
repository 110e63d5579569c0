import { expect, test } from '@jest/globals';
import { createProgress } from './progress.js';

function written(isTTY: boolean): string {
  let text = '';
  const progress = createProgress('Regeln', { isTTY, write: (more) => (text += more) });
  for (let done = 1; done <= 40; done++) progress.step(done, 40);
  progress.end();
  return text;
}

test('a bar on a terminal stays on one line', () => {
  expect(written(true).split('\n')).toHaveLength(2);
  expect(written(true)).toMatch(/\[#{30}\] 40\/40\n$/);
});

test('elsewhere there is a line for every tenth', () => {
  expect(written(false).split('\n').filter(Boolean)).toHaveLength(11);
  expect(written(false)).toMatch(/Regeln: 40\/40\n$/);
});
