import { expect, it } from '@jest/globals';
import { coSignState, contentDigest } from './co-signature.js';
import type { CoSignature } from './co-signature.js';
import { transition } from './transition.js';

const demand = { who: 'Die zweite Person', declaration: 'Ich stimme zu.', distinctIdentity: false };
const distinct = { ...demand, distinctIdentity: true };
const signature: CoSignature = {
  outcome: 'given',
  name: 'Ada',
  reason: '',
  at: '2026-12-24T12:00:00.000Z',
  digest: 'a',
  declaration: 'Ich stimme zu.',
  identity: null,
};

it('stands as the second person decided, and is void when what was signed has changed', () => {
  expect(coSignState(undefined, null, 'a', null)).toBe('not-needed');
  expect(coSignState(demand, null, 'a', null)).toBe('missing');
  expect(coSignState(demand, signature, 'a', null)).toBe('signed');
  expect(coSignState(demand, signature, 'b', null)).toBe('void');
  expect(coSignState(demand, { ...signature, outcome: 'refused', reason: 'Nein' }, 'a', null)).toBe('refused');
});

it('demands two proven identities that differ, where the package does', () => {
  expect(coSignState(distinct, signature, 'a', null)).toBe('identity');
  expect(coSignState(distinct, signature, 'a', 'eins')).toBe('identity');
  expect(coSignState(distinct, { ...signature, identity: 'eins' }, 'a', null)).toBe('identity');
  expect(coSignState(distinct, { ...signature, identity: 'eins' }, 'a', 'eins')).toBe('identity');
  expect(coSignState(distinct, { ...signature, identity: 'zwei' }, 'a', 'eins')).toBe('signed');
});

it('lets nothing be submitted without the signature that is demanded', () => {
  const submit = { type: 'submit', actor: 'citizen' } as const;
  expect(transition('draft', submit).state).toBe('submitted');
  for (const coSign of ['not-needed', 'signed'] as const) expect(transition('draft', { ...submit, coSign }).state).toBe('submitted');
  for (const coSign of ['missing', 'refused', 'void', 'identity'] as const) {
    expect(() => transition('draft', { ...submit, coSign })).toThrow(`solange die zweite Unterschrift fehlt (${coSign})`);
  }
});

it('changes with every answer and file, not with the order in which they were given', () => {
  const digest = contentDigest({ F1: 'a', F2: 'b' }, { x: '1' });
  expect(contentDigest({ F2: 'b', F1: 'a' }, { x: '1' })).toBe(digest);
  expect(contentDigest({ F1: 'a', F2: 'c' }, { x: '1' })).not.toBe(digest);
  expect(contentDigest({ F1: 'a', F2: 'b' }, { x: '2' })).not.toBe(digest);
});
