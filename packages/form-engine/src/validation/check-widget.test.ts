import { describe, expect, it } from '@jest/globals';
import { at, field, formOf, german } from '../form/form.test-support.js';
import { checkWidget } from './check-widget.js';
import { createMessage } from './create-message.js';

describe('what is wrong with a text by its kind', () => {
  it.each([
    ['DE02120300000000202051', null],
    ['GB33BUKB20201555555555', null],
    ['DE02120300000000202015', 'check-digits'],
    ['DE0212030000000020205', 'iban-length'],
    ['1202120300000000202051', 'iban-country'],
  ])('IBAN %s: %s', (text, mistake) => expect(checkWidget('iban', text)).toBe(mistake));

  // 86095742719 and 47036892816 are published examples of the check digit (Bundeszentralamt für Steuern).
  it.each([
    ['86095742719', null],
    ['47036892816', null],
    ['86095742718', 'check-digits'],
    ['68095742719', 'check-digits'],
    ['8609574271', 'tax-id'],
    ['06095742719', 'tax-id'],
  ])('tax id %s: %s', (text, mistake) => expect(checkWidget('tax-id', text)).toBe(mistake));

  it.each([
    ['name@beispiel.de', null],
    ['Zoë.O’Neill+antrag@müller.example', null],
    ['name@beispiel', 'email'],
    ['name.beispiel.de', 'email'],
    ['na me@beispiel.de', 'email'],
    ['name@@beispiel.de', 'email'],
    ['name@-beispiel.de', 'email'],
    ['.name@beispiel.de', 'email'],
  ])('e-mail %s: %s', (text, mistake) => expect(checkWidget('email', text)).toBe(mistake));

  it.each([
    ['0123 456789', null],
    ['+49 (0)123 / 45-67', null],
    ['112', null],
    ['12', 'tel'],
    ['0123 nur abends', 'tel'],
    ['0123+456', 'tel'],
  ])('telephone %s: %s', (text, mistake) => expect(checkWidget('tel', text)).toBe(mistake));

  it('a BIC has 8 or 11 characters', () => {
    expect(checkWidget('bic', 'BYLADEM1001')).toBeNull();
    expect(checkWidget('bic', 'BYLADEM10')).toBe('bic');
  });

  it('ends at once on hostile text', () => {
    for (const widget of ['email', 'tel', 'iban', 'bic', 'tax-id'] as const)
      expect(checkWidget(widget, `${'a.'.repeat(20_000)}@${'-.'.repeat(20_000)}`)).not.toBeNull();
  });

  it('is said so that one can find it', () => {
    const form = formOf([field('F1', { label: 'IBAN', widget: 'iban' })]);
    expect(createMessage('check-digits', at(form, 'F1'), [], german(form)).text).toBe(
      'Bitte prüfen Sie „IBAN“. Eine Ziffer ist falsch oder vertauscht: Die Prüfziffer passt nicht.',
    );
  });
});
