import { describe, expect, test } from '@jest/globals';
import { leftOver, publicTexts } from './public-texts.js';
import { readLeistung } from './read-leistung.js';
import { hundesteuer, leika, leistungXml, modulText, xzufiXml } from './xzufi.test-support.js';

const read = (text: string, key?: string) => readLeistung(Buffer.from(text), 'a.xml', key);

describe('a description in XZuFi', () => {
  const description = read(xzufiXml(hundesteuer));

  test('becomes the texts of a service', () => {
    expect(description.leika).toEqual([leika]);
    expect(publicTexts(description, 'de')).toEqual({
      title: 'Hund zur Hundesteuer anmelden',
      summary: 'Wenn Sie einen Hund halten, müssen Sie ihn anmelden.',
      description: ['Die Hundesteuer ist eine Gemeindesteuer.', 'Sie gilt ab:', '– drei Monaten'],
      audience: ['Sie wohnen in der Gemeinde.', 'Sie halten einen Hund.'],
      documents: ['Ausweis', 'Chipnummer'],
      fee: 'Die Anmeldung ist kostenlos.',
      deadline: 'Innerhalb von zwei Wochen.',
      duration: 'Zwei Wochen',
      procedure: ['Sie melden an.', 'Sie bekommen die Marke.'],
      office: 'Steueramt',
      legalBasis: [{ text: '§ 3 KAG NRW', link: 'https://recht.example/kag' }, { text: 'Hundesteuersatzung' }],
    });
    expect(publicTexts(description, 'en')).toEqual({
      title: 'Register a dog for dog tax',
      summary: 'If you keep a dog, you must register it.',
      audience: ['You live here.', 'You keep a dog.'],
      documents: ['Passport and chip number'],
    });
  });

  test('keeps visible what cannot be placed, with line and column', () => {
    expect(description.openItems).toMatchObject([
      { message: expect.stringContaining('99'), source: '<p>Etwas Neues</p>', line: 3 },
      { message: expect.stringContaining('modulFrist'), source: 'code: 2, dauer: 14', line: 3 },
    ]);
    expect(leftOver(description).map(({ topic, language }) => `${topic} ${language}`)).toEqual([
      'shortText de',
      'remarks de',
      'fullText fr',
    ]);
  });

  test('takes what the official name says where there is no plain one, and the short text where there is no teaser', () => {
    const plain = read(
      xzufiXml(leistungXml(leika, modulText('02', { de: 'Hundesteuer Anmeldung' }) + modulText('05', { 'de-DE': 'Kurz.' }))),
    );
    expect(publicTexts(plain, 'de')).toEqual({ title: 'Hundesteuer Anmeldung', summary: 'Kurz.' });
  });

  test('takes the links of a module along', () => {
    const link =
      '<xzufi:weiterfuehrenderLink><xzufi:uri>https://recht.example/a</xzufi:uri><xzufi:titel>§ 4 KAG</xzufi:titel></xzufi:weiterfuehrenderLink>';
    const linked = read(xzufiXml(leistungXml(leika, modulText('07', { de: 'Satzung' }, link))));
    expect(publicTexts(linked, 'de').legalBasis).toEqual([{ text: 'Satzung' }, { text: '§ 4 KAG', link: 'https://recht.example/a' }]);
  });

  test('of one Leistung by itself is read too, whatever its prefix', () => {
    const alone = hundesteuer.replaceAll('xzufi:', '').replace('<leistung>', '<leistung xmlns="http://xoev.de/schemata/xzufi/2_2_0">');
    expect(publicTexts(read(alone), 'de').office).toBe('Steueramt');
  });

  test('is chosen by its key among several', () => {
    const two = xzufiXml(hundesteuer, leistungXml('99102013070000', modulText('03', { de: 'Hund abmelden' })));
    expect(publicTexts(read(two, '99102013070000'), 'de').title).toBe('Hund abmelden');
    expect(() => read(two)).toThrow(
      expect.objectContaining({ code: 'fim-not-leistung', message: expect.stringContaining('99102013070000') }),
    );
    expect(() => read(two, '99000000000000')).toThrow(expect.objectContaining({ code: 'fim-not-leistung' }));
  });

  test.each([
    ['another version', xzufiXml(hundesteuer).replace('2_2_0', '2_3_0'), 'fim-namespace-unknown'],
    ['another message', '<a/>', 'fim-not-leistung'],
    ['a message without a Leistung', xzufiXml(), 'fim-not-leistung'],
    ['half a message', xzufiXml(hundesteuer).slice(0, 900), 'fim-xml-truncated'],
    ['entities', `<!DOCTYPE a [<!ENTITY b "c">]>${xzufiXml(hundesteuer).slice(39)}`, 'fim-xml-doctype'],
    ['nothing', '', 'fim-file-empty'],
  ])('is refused as %s', (_, text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a description of the PVOG', () => {
  const answer = {
    id: 'L100042_LB_1',
    name: 'Hund anmelden',
    ars: ['053150000000'],
    details: [
      { title: 'Leistungsbeschreibung', text: '<p>Worum es geht.</p>', links: null },
      { title: 'Voraussetzungen', text: '<ul><li>Sie halten einen Hund.</li></ul>' },
      {
        title: 'Rechtsgrundlage(n)',
        text: '',
        links: [
          { title: '§ 3 KAG', uri: 'https://recht.example/kag' },
          { title: 'böse', uri: 'javascript:alert(1)' },
        ],
      },
      { title: 'Kosten', text: 'Kostenlos' },
      { title: 'Sonderbares', text: '<p>Etwas</p>' },
      { title: 'Fristen', text: null },
      null,
    ],
    organisations: [{ title: 'Steueramt Köln' }, { name: 'x' }],
  };

  test('becomes the texts of a service', () => {
    const description = read(JSON.stringify(answer), leika);
    expect(publicTexts(description, 'de')).toEqual({
      title: 'Hund anmelden',
      description: ['Worum es geht.'],
      audience: ['Sie halten einen Hund.'],
      fee: 'Kostenlos',
      office: 'Steueramt Köln',
      legalBasis: [{ text: '§ 3 KAG', link: 'https://recht.example/kag' }],
    });
    expect(description.leika).toEqual([leika]);
    expect(description.openItems).toMatchObject([{ message: expect.stringContaining('Sonderbares'), source: '<p>Etwas</p>' }]);
  });

  test.each(['{}', '[]', '{"name":"x"}', '{"name":'])('is refused as %s', (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'fim-not-leistung' }));
  });
});
