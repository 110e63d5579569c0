import { expect, it } from '@jest/globals';
import type { FormNode, GroupNode } from '@serviceportal/form-engine';
import { smallService } from '../small-service.test-support.js';
import { runService } from './running-service.js';

const limitOf = (min: number, max: number | null): number | null | undefined => {
  const { form } = smallService;
  const children: FormNode[] = form.children.map((node) => (node.id === 'G2' ? { ...(node as GroupNode), min, max } : node));
  return runService({ ...smallService, form: { ...form, children } }, 1).form.byPath.get('G2')?.node.max;
};

it('ends a list where the schema does not, and nowhere else', () => {
  expect(limitOf(0, null)).toBe(500);
  expect(limitOf(700, null)).toBe(700);
  expect(limitOf(0, 3)).toBe(3);
  expect(limitOf(0, 500)).toBe(500);
});
