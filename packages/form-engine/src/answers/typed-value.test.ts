import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { field } from '../form/form.test-support.js';
import type { FieldType } from '../form/form-node.js';
import { inputText } from './input-text.js';
import { typedValue } from './typed-value.js';

const read = (type: FieldType, raw: string) => typedValue(field('F1', { type }), raw);

describe('values typed by people', () => {
  it.each([
    ['1.234,50', 1234.5],
    ['1234,5', 1234.5],
    ['1.234', 1234],
    ['12.50', 12.5],
    ['1 234,50 €', 1234.5],
    ['-3', -3],
  ])('reads the amount %s as %d', (raw, value) => {
    expect(read('currency', raw)).toEqual({ value });
  });

  it.each(['12,345', 'zwölf', '1,2,3', '1.23.456', '--1', '1e5', '9999999999999999', 'Infinity'])('refuses the amount %s', (raw) => {
    expect(read('currency', raw)).toEqual({ error: 'format' });
  });

  it.each([
    ['24.12.2026', '2026-12-24'],
    ['1.2.2026', '2026-02-01'],
    ['2024-02-29', '2024-02-29'],
    ['29.02.2000', '2000-02-29'],
  ])('reads the date %s', (raw, value) => {
    expect(read('date', raw)).toEqual({ value });
  });

  it.each(['31.04.2026', '29.02.2023', '29.02.1900', '0.1.2026', '1.13.2026', '24.12.26', '..', '24.12.', 'heute'])(
    'refuses the date %s',
    (raw) => {
      expect(read('date', raw)).toEqual({ error: 'date' });
    },
  );

  it('takes a point after a leading zero for the decimal sign', () => {
    expect(read('number', '0.125')).toEqual({ value: 0.125 });
    expect(read('number', '0.500')).toEqual({ value: 0.5 });
    expect(read('integer', '00.123')).toEqual({ error: 'format' });
  });

  it('keeps leading zeros of text, composes letters and drops blanks around', () => {
    expect(read('text', '  01234 ')).toEqual({ value: '01234' });
    expect(read('text', 'Mu\u0308ller')).toEqual({ value: 'Müller' });
    expect(read('text', ' \n ')).toEqual({ value: undefined });
  });

  it('reads back what it writes into an input', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const node = field('F1', { type: 'currency' });
        expect(typedValue(node, inputText(node, cents / 100))).toEqual({ value: cents / 100 });
      }),
    );
    fc.assert(
      fc.property(fc.integer(), (value) => {
        const node = field('F1', { type: 'integer' });
        expect(typedValue(node, inputText(node, value))).toEqual({ value });
      }),
    );
  });
});

describe('input of any length', () => {
  const types: FieldType[] = ['text', 'date', 'time', 'datetime', 'boolean', 'integer', 'number', 'currency', 'select'];

  it.each(types)('is refused at once for %s', (type) => {
    const begun = performance.now();
    for (const raw of ['1' + ' '.repeat(1_000_000) + 'x', '9'.repeat(1_000_000), ' '.repeat(1_000_000)]) read(type, raw);
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(read(type, '1' + ' '.repeat(1_000_000) + 'x')).toHaveProperty('error');
  });

  it('reads times of day', () => {
    expect(read('time', '9:05 Uhr')).toEqual({ value: '09:05' });
    expect(read('datetime', '24.12.2026, 9.05 Uhr')).toEqual({ value: '2026-12-24T09:05' });
    expect(read('time', '24:00')).toEqual({ error: 'format' });
  });
});
