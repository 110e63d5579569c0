import { describe, expect, test } from '@jest/globals';
import { typedValue } from '../answers/typed-value.js';
import { field } from '../form/form.test-support.js';
import { checkValue } from './check-value.js';

const iban = field('F1', { widget: 'iban', constraints: { minLength: 15, maxLength: 34 } });

describe('bank numbers', () => {
  test('may be typed in groups and in small letters', () => {
    expect(typedValue(iban, ' de02 1203 0000 0000 2020 51 ')).toEqual({ value: 'DE02120300000000202051' });
    expect(typedValue(field('F1'), 'de02 1203')).toEqual({ value: 'de02 1203' });
  });

  test('a slip is found by the check digits', () => {
    expect(checkValue(iban, 'DE02120300000000202051', {})).toBeNull();
    expect(checkValue(iban, 'DE02120300000000202015', {})).toBe('check-digits');
    expect(checkValue(iban, 'DE0212030000000020205', {})).toBe('iban-length');
    expect(checkValue(iban, 'DE02', {})).toBe('too-short');
  });

  test('a BIC has 8 or 11 characters', () => {
    const bic = field('F1', { widget: 'bic' });
    expect(checkValue(bic, 'BYLADEM1001', {})).toBeNull();
    expect(checkValue(bic, 'BYLADEM10', {})).toBe('bic');
  });
});
