import { describe, expect, test } from '@jest/globals';
import { readTranslatedRules } from './translated-rules.js';

describe('readTranslatedRules', () => {
  // Samples as the FIM portal publishes them.
  const published = [
    { effect: 'require', target: 'self.F17000009298', condition: { equal: [{ identifier: 'self.F00000003391' }, '999'] } },
    { effect: 'forbid', target: 'self.F05000016256', condition: { not: { equal: [{ identifier: 'self.F05000016255' }, '001'] } } },
    {
      effect: 'valid',
      condition: { or: [{ not: { is_empty: { identifier: 'self.F60000000240' } } }, { identifier: 'self.F60000000242' }] },
    },
  ];

  test('takes them as they are', () => {
    expect(readTranslatedRules(published, 'rules.json')).toEqual(published);
  });

  const nested = (depth: number): unknown => (depth === 0 ? true : { not: nested(depth - 1) });

  test('takes a target that is null for none', () => {
    expect(readTranslatedRules([{ effect: 'valid', target: null, condition: true }], 'rules.json')).toEqual([
      { effect: 'valid', condition: true },
    ]);
  });

  test.each([
    ['no list', {}],
    ['an unknown effect', [{ effect: 'explode', target: 'self.F1', condition: true }]],
    ['no target', [{ effect: 'require', condition: true }]],
    ['a target elsewhere', [{ effect: 'require', target: 'parent.F1', condition: true }]],
    ['an unknown condition', [{ effect: 'valid', condition: { eval: 'process.exit()' } }]],
    ['two keywords', [{ effect: 'valid', condition: { not: true, or: [] } }]],
    ['conditions without end', [{ effect: 'valid', condition: nested(1_000) }]],
    ['three sides', [{ effect: 'valid', condition: { equal: ['1', '2', '3'] } }]],
  ])('refuses %s', (_, json) => {
    expect(() => readTranslatedRules(json, 'rules.json')).toThrow(expect.objectContaining({ code: 'fim-translated-rules-invalid' }));
  });
});
