import { describe, expect, it } from '@jest/globals';
import { typedValue } from '../answers/typed-value.js';
import { at, field, formOf, german } from '../form/form.test-support.js';
import type { FieldNode } from '../form/form-node.js';
import { textView } from '../pages/form-views/text-parts.js';
import { checkValue } from './check-value.js';
import { createMessage } from './create-message.js';

// Bounds and pattern of the harmonised element F60000000246.
const constraints = { minLength: 5, maxLength: 5, pattern: '([0]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{3}' };
const postcode = field('F60000000246', { label: 'Postleitzahl', widget: 'postcode', autocomplete: 'postal-code', constraints });
const common = {
  ...{ id: 'f', name: 'F', label: { text: 'F', lang: null }, hint: null, origin: null, optional: false },
  ...{ error: null, describedBy: null, why: null, decides: false },
};
const shown = (node: FieldNode) => textView(common, node, '');
const anywhere = field('F1', { widget: 'postcode' });

describe('a German postcode', () => {
  it.each([
    ['12345', '12345'],
    ['01067', '01067'],
    ['12 345', '12345'],
    ['D-12345', '12345'],
    ['DE 12345', '12345'],
  ])('%s is read as %s', (typed, value) => {
    expect(typedValue(postcode, typed)).toEqual({ value });
    expect(checkValue(postcode, value, {})).toBeNull();
  });

  it.each(['1234', '123456', '1234a', 'Bonn', '00123', '１２３４５'])('%s: one message says what is expected', (value) => {
    expect(checkValue(postcode, value, {})).toBe('postcode');
    const form = formOf([postcode]);
    expect(createMessage('postcode', at(form, 'F60000000246'), [], german(form)).text).toContain('5 Ziffern, zum Beispiel 12345');
  });

  it('has a number pad, and cuts nothing off that is pasted', () => {
    expect(shown(postcode)).toMatchObject({
      inputMode: 'numeric',
      autocomplete: 'postal-code',
      maxLength: null,
      addressPart: 'postcode',
    });
  });
});

describe('a postcode of which nobody says that it is German', () => {
  it('may have letters and spaces', () => {
    expect(typedValue(anywhere, 'SW1A 2AA')).toEqual({ value: 'SW1A 2AA' });
    expect(checkValue(anywhere, 'SW1A 2AA', {})).toBeNull();
    expect(shown(anywhere)).toMatchObject({ inputMode: null });
  });
});

it('a place is known by what it asks, or by what browsers fill in', () => {
  expect(shown(field('F60000000247', { attribute: 'place' })).addressPart).toBe('place');
  expect(shown(field('F2', { autocomplete: 'address-level2' })).addressPart).toBe('place');
  expect(shown(field('F3')).addressPart).toBeNull();
});
