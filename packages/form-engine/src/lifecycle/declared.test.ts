import { expect, test } from '@jest/globals';
import { compile } from '../service-package/package.test-support.js';
import { declare, missingDeclarations } from './declared.js';

const workflow = `
declarations:
  - { key: richtig, text: Meine Angaben stimmen. }
  - { key: rueckruf, text: Rufen Sie mich gern an., required: false }
  - key: presse
    kind: consent
    text: Sie dürfen mein Bild zeigen.
    withdrawal: Schreiben Sie uns, wenn Sie das nicht mehr möchten.
    legalBasis: [{ text: Art. 6 DSGVO, link: 'https://dejure.org/gesetze/DSGVO/6.html' }]
`;
const en = `
declarations:
  richtig: { text: My information is correct. }
  presse: { text: You may show my picture. }
`;
const pkg = compile({ 'workflow.yaml': workflow, 'texts/en.yaml': en });
const at = '2026-12-24T13:30:00.000Z';

test('a declaration is required unless the package says otherwise, a consent never is', () => {
  expect(missingDeclarations(pkg, [])).toEqual(['richtig']);
  expect(missingDeclarations(pkg, ['richtig'])).toEqual([]);
  expect(missingDeclarations(compile(), [])).toEqual([]);
});

test('what is kept are the words that were shown, given or not, with language and time', () => {
  expect(declare(pkg, 'en', ['richtig', 'erfunden'], at)).toEqual([
    { key: 'richtig', kind: 'declaration', given: true, text: 'My information is correct.', language: 'en', at },
    { key: 'rueckruf', kind: 'declaration', given: false, text: 'Rufen Sie mich gern an.', language: 'de', at },
    // Translated in part: nobody consents to words in two languages.
    {
      key: 'presse',
      kind: 'consent',
      given: false,
      text: 'Sie dürfen mein Bild zeigen.',
      withdrawal: 'Schreiben Sie uns, wenn Sie das nicht mehr möchten.',
      language: 'de',
      at,
    },
  ]);
});

test('German words of texts/de.yaml replace those of workflow.yaml', () => {
  const reworded = compile({ 'workflow.yaml': workflow, 'texts/de.yaml': 'declarations: { richtig: { text: Alles stimmt. } }\n' });
  expect(declare(reworded, 'de', [], at)[0]).toMatchObject({ text: 'Alles stimmt.', language: 'de' });
});
