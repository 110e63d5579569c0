import { expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { renderApplication } from './application-document.js';
import { application, ask, fonts, section, textOf } from './document.test-support.js';

const dog = section('Angaben zum Hund', { Name: 'Bello', 'Jährliche Steuer': '1.234,50 €', Rasse: 'Mischling\nLabrador' });
const render = (...parts: Parameters<typeof application>): Uint8Array => renderApplication(application(...parts), fonts);

it('gives the same bytes for the same application, whatever was written before', () => {
  const first = render([dog]);
  render([section('Ḽetters', { 'ﬁ\u00a0j́ i̇̀': 'ﬃ K͟h\u2011\u00b5\u03bc' })]);
  expect(Buffer.from(render([dog])).equals(first)).toBe(true);
});

it('is another file, by its ID too, for another number', () => {
  const id = (pdf: Uint8Array): string | undefined => /\/ID \[<(\w+)>/.exec(Buffer.from(pdf).toString('latin1'))?.[1];
  const [one, other] = [render([dog]), render([dog], { reference: 'MS-2026-0000-0000' })].map(id);
  expect(one).toMatch(/^[0-9a-f]{32}$/);
  expect(other).not.toBe(one);
});

describeWith('qpdf', 'the file', () => {
  it('is sound, with hostile texts in title and answers too', async () => {
    const pdf = render([section(')>> endobj', { '(a\\': '%%EOF' })], { serviceTitle: 'A & B <c> ) (\\ \u202e"' });
    expect(await ask(pdf, 'qpdf', '--check', 'FILE')).toContain('No syntax or stream encoding errors');
  });

  it('names PDF/A-3a and PDF/UA-1 in well-formed XMP and has no font outside of the file', async () => {
    const json = JSON.parse(
      await ask(render([dog], { serviceTitle: 'A & B <c>' }), 'qpdf', '--json', '--json-stream-data=inline', 'FILE'),
    ) as {
      qpdf: [unknown, Record<string, { stream?: { dict: Record<string, string>; data: string }; value?: Record<string, string> }>];
    };
    const objects = Object.values(json.qpdf[1]);
    const metadata = objects.find(({ stream }) => stream?.dict['/Type'] === '/Metadata')?.stream?.data ?? '';
    const xmp = Buffer.from(metadata, 'base64').toString('utf8');
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain('Antrag: A &amp; B &lt;c&gt;');
    const fontTypes = objects.flatMap(({ value }) => (value?.['/Type'] === '/Font' ? [value['/Subtype']] : []));
    expect(new Set(fontTypes)).toEqual(new Set(['/Type0', '/CIDFontType2']));
    expect(objects.filter(({ value }) => value?.['/FontFile2'] !== undefined)).toHaveLength(2);
  });
});

describeWith('poppler', 'the document', () => {
  it('says what it is, when it was made and that it is tagged', async () => {
    const info = await ask(render([dog]), 'pdfinfo', '-isodates', 'FILE');
    expect(info).toMatch(/Title: +Antrag: Hund anmelden\n/);
    expect(info).toMatch(/Author: +Stadt Musterstadt\n/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/CreationDate: +2026-12-24T13:30:05Z/);
    expect(info).toMatch(/Pages: +1\n/);
  });

  it('holds head, number, local time, answers, fees, attachments and declaration', async () => {
    const text = await textOf(
      render([dog], { fees: [{ label: 'Hundesteuer', amount: '85,80 € im Jahr' }], attachments: [{ name: 'Müll ß.pdf', size: 123_456 }] }),
    );
    for (const part of [
      'Stadt Musterstadt',
      'Bürgerbüro Rathausplatz 1 99999 Musterstadt',
      'Telefon 02999 123-0',
      'E-Mail buergerbuero@ musterstadt.example',
      'Hund anmelden',
      'MS-2026-7K3M-9QXA',
      '24.12.2026 um 14:30 Uhr',
      'Jährliche Steuer 1.234,50 €',
      'Mischling Labrador',
      'Hundesteuer 85,80 € im Jahr',
      'Müll ß.pdf (123,5 kB)',
      'Angaben nach bestem Wissen richtig',
      'Seite 1 von 1',
    ])
      expect(text).toContain(part);
  });

  it('shortens a long title in the footer before it meets the page number', async () => {
    const text = await textOf(render([dog], { serviceTitle: `${'Erlaubnis '.repeat(20)}beantragen` }));
    expect(text).toMatch(/MS-2026-7K3M-9QXA · Antrag: (Erlaubnis )+… Seite 1 von 1/);
  });

  it('reads the summer hour in summer', async () => {
    expect(await textOf(render([dog], { submittedAt: '2026-06-30T22:15:00.000Z' }))).toContain('01.07.2026 um 00:15 Uhr');
  });

  it('has the structure that a screen reader follows', async () => {
    const note = { text: 'Bitte beachten Sie die Satzung.', lang: null, before: 1 };
    const structure = await ask(
      render([{ ...dog, notes: [note] }, section('Halter', { Name: 'Zoë' }, { level: 3, heading: { text: 'Halter', lang: 'de' } })], {
        attachments: [{ name: 'a.pdf', size: 1 }],
      }),
      'pdfinfo',
      '-struct-text',
      'FILE',
    );
    const order = [
      'Document',
      '"Stadt Musterstadt"',
      'Table',
      '"Vorgangsnummer"',
      'H1',
      '"Hund anmelden"',
      'H2',
      '"Angaben zum Hund"',
      'Table',
      'TR',
      '/Scope /Row',
      '"Name"',
      '"Bello"',
    ];
    const after = [
      'Bitte beachten Sie',
      '"Jährliche Steuer"',
      'H3',
      '"Halter"',
      '"Zoë"',
      'H2',
      '"Anlagen"',
      'L',
      '/ListNumbering',
      'LI',
      'Lbl',
      'LBody',
    ];
    let at = 0;
    for (const part of [...order, ...after]) {
      const found = structure.indexOf(part, at);
      expect({ part, found: found >= at }).toEqual({ part, found: true });
      at = found + part.length;
    }
    // The footer is decoration, not content.
    expect(structure).not.toContain('Seite 1 von 1');
  });

  it('shows entries of a list as a table, whose head stands on every page and once in the structure', async () => {
    const column = (text: string) => ({ label: { text, lang: null }, fim: '' });
    const rows = Array.from({ length: 60 }, (_none, index) => ({
      title: { text: `Kind ${index + 1}`, lang: null },
      cells: ['Ada', '01.02.2019'].map((value) => ({ label: '', value, origin: null })),
      changeHref: null,
    }));
    const pdf = render([section('Kinder', {}, { table: { columns: [column('Vorname'), column('Geboren am')], rows } })]);
    const text = await textOf(pdf);
    const pages = Number(/Pages: +(\d+)/.exec(await ask(pdf, 'pdfinfo', 'FILE'))?.[1]);
    expect(pages).toBeGreaterThan(1);
    expect(text.split('Eintrag Vorname Geboren am')).toHaveLength(pages + 1);
    expect(text).toContain('Kind 60 Ada 01.02.2019');
    const structure = await ask(pdf, 'pdfinfo', '-struct-text', 'FILE');
    expect(structure.split('"Geboren am"')).toHaveLength(2);
    expect(structure.split('/Scope /Column')).toHaveLength(4);
  });

  it('says what was declared and consented to, in the words that were shown, and in German', async () => {
    const at = '2026-12-24T13:00:00.000Z';
    const declared = [
      { key: 'a', kind: 'declaration', given: true, text: 'All of it is true.', language: 'en', at, german: 'Alles stimmt.' },
      {
        key: 'b',
        kind: 'consent',
        given: false,
        text: 'Sie dürfen mich anrufen.',
        withdrawal: 'Ein Brief genügt.',
        language: 'de',
        at,
        german: null,
      },
    ] as const;
    const text = await textOf(render([dog], { declared, confirms: false }));
    for (const part of [
      'Erklärung beim Absenden All of it is true. Auf Deutsch: Alles stimmt.',
      'Abgegeben',
      '24.12.2026 um 14:00 Uhr, Sprache: English',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/Einwilligungen Sie dürfen mich anrufen\. Ein Brief genügt\. .*Nicht erteilt/);
    expect(text).not.toContain('nach bestem Wissen');
  });

  it('says who signed as second person, what and when', async () => {
    const coSignature = {
      who: 'Die zweite Person',
      name: 'Ada Groß',
      at: '2026-12-24T13:00:00.000Z',
      declaration: 'Ich stelle den Antrag mit.',
    };
    const text = await textOf(render([dog], { coSignature }));
    for (const part of ['Zweite Unterschrift', 'Ich stelle den Antrag mit.', 'Die zweite Person', 'Ada Groß', '24.12.2026 um 14:00 Uhr'])
      expect(text).toContain(part);
  });
});
