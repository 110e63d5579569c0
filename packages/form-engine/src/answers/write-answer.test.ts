import { expect, it } from '@jest/globals';
import { at, field, formOf, group } from '../form/form.test-support.js';
import type { Answers } from './answers.js';
import { setAnswer, setAnswers } from './write-answer.js';

const form = formOf([group('G1', [field('F1'), field('F2'), group('G2', [field('F3')], { min: 0, max: 3 })])]);
const first = at(form, 'G1/F1');
const second = at(form, 'G1/F2');
const inner = at(form, 'G1/G2/F3');

it('writes several answers one after the other, and leaves the old ones as they are', () => {
  const before: Answers = { G1: { F1: 'a', G2: [{ F3: 'x' }] } };
  const copy = structuredClone(before);
  const after = setAnswers(before, [
    { position: first, indices: [], value: undefined },
    { position: second, indices: [], value: 'b' },
    { position: inner, indices: [1], value: 'z' },
    { position: inner, indices: [0], value: 'y' },
    { position: second, indices: [], value: 'c' },
  ]);
  expect(after).toEqual({ G1: { F2: 'c', G2: [{ F3: 'y' }, { F3: 'z' }] } });
  expect(before).toEqual(copy);
});

it('shares nothing that it changed with an earlier result', () => {
  const one = setAnswer({}, inner, [0], 'x');
  const two = setAnswer(one, inner, [0], 'y');
  expect(one).toEqual({ G1: { G2: [{ F3: 'x' }] } });
  expect(two).toEqual({ G1: { G2: [{ F3: 'y' }] } });
});

it('takes a value that is an object as it is, and does not write into it', () => {
  const date = { year: '2026' };
  const after = setAnswers({}, [
    { position: first, indices: [], value: date as never },
    { position: second, indices: [], value: 'b' },
  ]);
  expect((after['G1'] as Answers)['F1']).toBe(date);
  expect(date).toEqual({ year: '2026' });
});
