import { describe, expect, test } from '@jest/globals';
import { deriveAttributes } from './derive-attributes.js';

describe('what follows from what is known of a person', () => {
  test('a date of birth has parts', () => {
    expect(deriveAttributes({ 'birth-date': '1985-03-07' })).toEqual({
      'birth-date': '1985-03-07',
      'birth-day': '7',
      'birth-month': '3',
      'birth-year': '1985',
    });
  });

  test.each([
    ['Rathausplatz 1', 'Rathausplatz', '1'],
    ['Am Alten Markt 12 a', 'Am Alten Markt', '12 a'],
    ['Königstr. 12-14', 'Königstr.', '12-14'],
    ['Çelikstraße 5b', 'Çelikstraße', '5b'],
  ])('%s: street and number', (line, street, number) => {
    expect(deriveAttributes({ 'street-address': line })).toMatchObject({ street, 'house-number': number });
  });

  // Where it is not plain which part is the number, nobody guesses: the two questions stay empty.
  test.each(['Straße des 17. Juni 135', 'C 4, 12', 'Q7', 'Postfach', '1. Straße'])('%s: cannot be told apart', (line) => {
    expect(deriveAttributes({ 'street-address': line })).toEqual({ 'street-address': line });
  });

  test('street and number make the line; empty is not known', () => {
    expect(deriveAttributes({ street: 'Markt', 'house-number': '3', email: '' })).toEqual({
      street: 'Markt',
      'house-number': '3',
      'street-address': 'Markt 3',
    });
  });

  test('three parts make a date', () => {
    const parts = { 'birth-day': '7', 'birth-month': '3', 'birth-year': '1985' };
    expect(deriveAttributes(parts)).toEqual({ ...parts, 'birth-date': '1985-03-07' });
    expect(deriveAttributes({ 'birth-year': '1985' })).toEqual({ 'birth-year': '1985' });
  });

  test('a half date has no parts', () => {
    expect(deriveAttributes({ 'birth-date': '1985' })).toEqual({ 'birth-date': '1985' });
  });
});
