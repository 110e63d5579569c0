import { expect, test } from '@jest/globals';
import { compile } from '../service-package/package.test-support.js';
import { compileForm } from './compile-form.js';
import { createWording } from './wording.js';

const files = {
  'form.yaml':
    'pages: [{ slug: a, title: Seite A, elements: [F1, G1] }, { slug: b, title: Seite B, elements: [G2] }]\nhelp: { F1: Hilfe }\n',
  'texts/en.yaml': 'pages: { a: Page A }\nelements: { F1: { label: Request } }\n',
};

test('a text is German where it is missing itself, whatever else is there', () => {
  const { form, texts } = compile(files);
  const compiled = compileForm(form);
  const [english, german] = [createWording(form, texts, 'en'), createWording(form, texts, 'de')];
  const position = compiled.byPath.get('F1');
  if (!position) throw new Error('F1 is missing');
  expect([english.fellBack(position), english.fellBack(position, 'help')]).toEqual([false, true]);
  expect(german.fellBack(position, 'help')).toBe(false);
  expect(compiled.pages.map((page) => [page.slug, english.pageFellBack(page), german.pageFellBack(page)])).toEqual([
    ['a', false, false],
    ['b', true, false],
  ]);
});
