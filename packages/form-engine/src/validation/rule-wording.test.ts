import { expect, test } from '@jest/globals';
import { evaluate } from '../rules/evaluate.js';
import { field, formOf, rule, self } from '../form/form.test-support.js';
import { createWording } from '../form/wording.js';
import { checkForm } from './check-page.js';

const form = formOf([field('F1', { type: 'boolean' })], {
  rules: [rule('', { effect: 'valid', condition: self('F1'), message: 'Bitte bestätigen.' })],
});
const texts = { de: { 'rule.R--1': 'Bestätigen Sie mit „Ja“.' }, en: { 'rule.R--1': 'Confirm with "Yes".' } };
const messageIn = (given: typeof texts | object, language: 'de' | 'en'): string | undefined =>
  checkForm(form, evaluate(form, { F1: false }), createWording(form.definition, given, language))[0]?.messages[0]?.text;

test('the package words what a broken rule says, in each language; else the rule says it', () => {
  expect(messageIn({}, 'de')).toBe('Bitte bestätigen.');
  expect(messageIn(texts, 'de')).toBe('Bestätigen Sie mit „Ja“.');
  expect(messageIn(texts, 'en')).toBe('Confirm with "Yes".');
});
