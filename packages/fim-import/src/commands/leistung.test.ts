import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { repository } from '@serviceportal/test-support';
import { packFolder } from '../compile/pack-folder.js';
import { PortalStandIn, patientNetwork } from '../fim-portal/portal-stand-in.test-support.js';
import { hundesteuer, leika, xzufiXml } from '../leistung/xzufi.test-support.js';
import { schemaXml } from '../xdatenfelder/schema-xml.test-support.js';
import { type LeistungOptions, leistung } from './leistung.js';

const root = mkdtempSync(join(tmpdir(), 'fim-leistung-'));
const portal = new PortalStandIn();
let address = '';
beforeAll(async () => {
  address = await portal.start();
});
afterAll(async () => {
  await portal.stop();
  rmSync(root, { recursive: true });
});

const printed: string[] = [];
jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));

const file = join(root, 'hundesteuer.xml');
writeFileSync(file, xzufiXml(hundesteuer));

let folder = '';
let count = 0;
beforeEach(() => {
  printed.length = 0;
  folder = join(root, String(count++));
  mkdirSync(join(folder, 'fim'), { recursive: true });
  writeFileSync(join(folder, 'fim', 'schema.xml'), schemaXml([{ id: 'F05000000001' }]));
});

/** @param more lines of service.yaml */
function packageWith(more = ''): void {
  writeFileSync(join(folder, 'service.yaml'), `# Steckbrief\nkey: hund\nversion: 1.0.0\ntitle: Mein Titel # so heißt er\n${more}`);
}

const options = (more: Partial<LeistungOptions> = {}): LeistungOptions => ({
  package: folder,
  replace: false,
  portal: address,
  pvog: `${address}/suchdienst/api`,
  today: '2026-03-04',
  json: true,
  ...more,
});

const service = (): string => readFileSync(join(folder, 'service.yaml'), 'utf8');

describe('fim leistung', () => {
  test('fills what a package does not say yet, and leaves a package that works', async () => {
    packageWith();
    await leistung(file, options());
    const { service: filled, texts } = await packFolder(folder);
    expect(filled).toMatchObject({
      title: 'Mein Titel',
      summary: 'Wenn Sie einen Hund halten, müssen Sie ihn anmelden.',
      documents: ['Ausweis', 'Chipnummer'],
      deadline: 'Innerhalb von zwei Wochen.',
      office: 'Steueramt',
      leika: [leika],
      legalBasis: [{ text: '§ 3 KAG NRW', link: 'https://recht.example/kag' }, { text: 'Hundesteuersatzung' }],
    });
    expect(service()).toContain('# Steckbrief');
    expect(service()).toContain('# so heißt er');
    expect(texts.en).toEqual({
      'service.summary': 'If you keep a dog, you must register it.',
      'service.audience.0': 'You live here.',
      'service.audience.1': 'You keep a dog.',
    });
  });

  test('overwrites nothing, and gives no translation to a text of another origin', async () => {
    packageWith('summary: Eigener Text\ndocuments: []\nfee: ""\n');
    await leistung(file, options());
    const { service: filled, texts } = await packFolder(folder);
    expect(filled).toMatchObject({ summary: 'Eigener Text', documents: ['Ausweis', 'Chipnummer'], fee: 'Die Anmeldung ist kostenlos.' });
    expect(texts.en).not.toHaveProperty('service.summary');
    expect(JSON.parse(printed.join(''))).toMatchObject({ kept: ['title', 'summary'] });
    const once = service();
    await leistung(file, options());
    expect(service()).toBe(once);
  });

  test('replaces when told to', async () => {
    packageWith('summary: Eigener Text\nleika: ["99000000000000"]\n');
    await leistung(file, options({ replace: true }));
    const { service: filled, texts } = await packFolder(folder);
    expect(filled).toMatchObject({ title: 'Hund zur Hundesteuer anmelden', leika: ['99000000000000', leika] });
    expect(texts.en).toMatchObject({ 'service.title': 'Register a dog for dog tax' });
  });

  test('leaves a package that says all of it as it is', async () => {
    cpSync(join(repository, 'services', 'hundesteuer'), folder, { recursive: true });
    rmSync(join(folder, 'fim', 'schema.xml'));
    await leistung(file, options());
    const { kept } = JSON.parse(printed.join('')) as { readonly kept: readonly string[] };
    expect(kept).toEqual(['title', 'summary', 'audience', 'documents', 'fee', 'duration', 'legalBasis']);
    expect((await packFolder(folder)).openItems).toEqual((await packFolder(join(repository, 'services', 'hundesteuer'))).openItems);
  });

  test('prints what it would fill, and what is left', async () => {
    await leistung(file, { ...options({ json: false }), package: undefined } as LeistungOptions);
    const text = printed.join('\n');
    expect(text).toContain('documents:\n  - Ausweis\n  - Chipnummer');
    expect(text).toContain('Nicht übernommen');
    expect(text).toMatch(/Offen Zeile 3 .*99.*Etwas Neues/);
  });

  test.each([
    ['no package', undefined],
    ['broken YAML', 'a: [1'],
  ])('writes nothing into %s', async (_, yaml) => {
    if (yaml !== undefined) writeFileSync(join(folder, 'service.yaml'), yaml);
    await expect(leistung(file, options())).rejects.toMatchObject({ code: 'fim-package-folder' });
  });

  test('says that there is no such file', async () => {
    await expect(leistung(join(root, 'nothing.xml'), options())).rejects.toMatchObject({ code: 'fim-file-unreadable' });
  });
});

describe('fim leistung with a LeiKa key', () => {
  const items = [
    { redaktion_id: 'L100042', leistung_id: 'x', source: 'pvog' },
    { redaktion_id: 'B100019', leistung_id: '99102013', source: 'leika' },
  ];
  const json = (content: unknown) => ({ type: 'application/json', body: JSON.stringify(content) });
  const list = `/api/v1/leistung-stammtexte?leistungsschluessel=${leika}&limit=100`;

  test('takes the Stammtext of the FIM portal', async () => {
    packageWith();
    portal.reset({
      documents: {
        [list]: json({ items, total_count: 2 }),
        '/api/v1/leistung-stammtexte/B100019/99102013/leika/xzufi': { type: 'application/xml', body: xzufiXml(hundesteuer) },
      },
    });
    await leistung(leika, options(), patientNetwork().options);
    expect((await packFolder(folder)).service.office).toBe('Steueramt');
  });

  test('takes the text of a municipality from the PVOG', async () => {
    packageWith();
    const dated = 'ars=053150000000&validDate=2026-03-04';
    portal.reset({
      documents: {
        [`/suchdienst/api/v3/servicedescriptions/leikaid?leikaIds=${leika}&${dated}`]: json({ content: [{ id: 'L100042.LB.1' }] }),
        [`/suchdienst/api/v6/servicedescriptions/L100042.LB.1/detail?${dated}`]: json({
          name: 'Hund anmelden',
          details: [{ title: 'Kosten', text: '<p>Kostenlos</p>' }],
          organisations: [{ title: 'Steueramt Köln' }],
        }),
      },
    });
    await leistung(leika, options({ ars: '053150000000' }), patientNetwork().options);
    expect((await packFolder(folder)).service).toMatchObject({ fee: 'Kostenlos', office: 'Steueramt Köln', leika: [leika] });
  });

  test.each([
    ['there is no Stammtext', { items: [] }],
    ['its ids would lead elsewhere', { items: [{ redaktion_id: '..', leistung_id: 'x', source: 'leika' }] }],
  ])('says so when %s', async (_, content) => {
    portal.reset({ documents: { [list]: json(content) } });
    await expect(leistung(leika, options(), patientNetwork().options)).rejects.toMatchObject({ code: 'fim-portal-not-found' });
    expect(portal.requests).toHaveLength(1);
  });

  test('asks for no municipality that is none', async () => {
    await expect(leistung(leika, options({ ars: '05315' }), patientNetwork().options)).rejects.toMatchObject({
      code: 'fim-portal-identifier',
    });
  });
});
