import { expect, test } from '@jest/globals';
import { compile } from './package.test-support.js';
import { feesIn, serviceIn } from './service-in-language.js';

const pkg = compile({
  'service.yaml': 'key: probe\nversion: "1.0.0"\ntitle: Hund anmelden\nsummary: Kurz\naudience: [Wer hier wohnt, Wer einen Hund hat]\n',
  'rules.yaml': `
fees: [{ key: steuer, label: Steuer, period: year, rows: [{ label: Befreit, amounts: ['0,00'] }, { label: Hund, amounts: ['1,00'] }] }]
`,
  'texts/en.yaml': `
service: { title: Register a dog, audience: [Who lives here] }
fees: { steuer: { label: Tax, rows: [Exempt] } }
`,
});

test('a service speaks the language, German where a text is missing', () => {
  expect(serviceIn(pkg, 'en')).toMatchObject({
    title: 'Register a dog',
    summary: 'Kurz',
    audience: ['Who lives here', 'Wer einen Hund hat'],
  });
  expect(serviceIn(pkg, 'de')).toEqual(pkg.service);
  expect(serviceIn(pkg, 'en').duration).toBeUndefined();
});

test('so do its fees', () => {
  expect(feesIn(pkg, 'en')).toMatchObject([{ label: 'Tax', rows: [{ label: 'Exempt' }, { label: 'Hund', amounts: [100] }] }]);
});

test('so do the texts that a service may have beyond the usual ones', () => {
  const files = {
    'service.yaml': `key: probe
version: "1.0.0"
title: Hund anmelden
description: [Worum es geht., Was daraus folgt.]
deadline: Zwei Wochen
procedure: [Sie melden an., Wir prüfen.]
office: Steueramt
`,
    'texts/en.yaml': 'service: { description: [What it is.], deadline: Two weeks, procedure: [You register.], office: Tax office }\n',
  };
  const more = compile(files);
  expect(serviceIn(more, 'de')).toMatchObject({
    deadline: 'Zwei Wochen',
    office: 'Steueramt',
    procedure: ['Sie melden an.', 'Wir prüfen.'],
  });
  expect(serviceIn(more, 'en')).toMatchObject({
    description: ['What it is.', 'Was daraus folgt.'],
    deadline: 'Two weeks',
    procedure: ['You register.', 'Wir prüfen.'],
    office: 'Tax office',
  });
  expect(more.openItems).toEqual([]);
  expect(Object.keys(serviceIn(pkg, 'de'))).not.toContain('description');
});

test('so does what it says about data; a translation of something else is an open item', () => {
  const files = {
    'service.yaml': `key: probe
version: "1.0.0"
title: Hund anmelden
privacy: { purposes: [Wir prüfen., Wir buchen ab.], grounds: [public-task], retention: Zehn Jahre }
`,
    'texts/en.yaml': 'service: { privacy: { purposes: [We check., We debit., We sell.], retention: Ten years } }\n',
  };
  const described = compile(files);
  expect(serviceIn(described, 'en').privacy).toEqual({
    purposes: ['We check.', 'We debit.'],
    grounds: ['public-task'],
    retention: 'Ten years',
  });
  expect(serviceIn(described, 'de-simple').privacy?.retention).toBe('Zehn Jahre');
  expect(described.openItems.map(({ path }) => path)).toEqual(['service.privacy.purposes.2']);
});
