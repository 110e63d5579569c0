import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { describeWith, shared } from '@serviceportal/test-support';
import { type HeldSchema, PortalStandIn, patientNetwork } from '../fim-portal/portal-stand-in.test-support.js';
import { schemaXml } from '../xdatenfelder/schema-xml.test-support.js';
import { type FetchCommandOptions, fetchCommand } from './fetch.js';
import { inspect } from './inspect.js';

const root = mkdtempSync(join(tmpdir(), 'fim-fetch-'));
const portal = new PortalStandIn();
let address = '';
beforeAll(async () => {
  address = await portal.start();
});
afterAll(async () => {
  await portal.stop();
  rmSync(root, { recursive: true });
});

const id = 'S05000000001';
const list =
  '<xdf3:codelisteReferenz><xdf3:canonicalIdentification>urn:art</xdf3:canonicalIdentification><xdf3:version>1</xdf3:version></xdf3:codelisteReferenz>';
const xdf = schemaXml([
  {
    id: 'G05000000001',
    rules: ['Wenn F05000000001 = Ja, dann muss F05000000002 befüllt werden.'],
    children: [
      { id: 'F05000000001', datentyp: 'bool' },
      { id: 'F05000000002', anzahl: '0:1' },
      { id: 'F05000000003', feldart: 'select', xml: list },
    ],
  },
]);
const ofVersion = (version: string, freigabestatus = 6): HeldSchema => ({
  id,
  version,
  name: 'Prüfschema',
  freigabestatus,
  xdf: xdf
    .replace(`<xdf3:id>${id}</xdf3:id><xdf3:version>1.0.0`, `<xdf3:id>${id}</xdf3:id><xdf3:version>${version}`)
    .replace('<code>6</code>', `<code>${freigabestatus}</code>`),
});
const rules = [{ effect: 'require', target: 'self.F05000000002', condition: { equal: [{ identifier: 'self.F05000000001' }, true] } }];

const printed: string[] = [];
jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
jest.spyOn(console, 'error').mockImplementation((line: string) => void printed.push(line));
jest.spyOn(process.stderr, 'write').mockImplementation(() => true);

let folder = '';
let count = 0;
beforeEach(() => {
  printed.length = 0;
  folder = join(root, String(count++));
  mkdirSync(folder);
  portal.reset({
    schemas: [ofVersion('1.0.0'), ofVersion('1.9.0'), ofVersion('1.10.0'), ofVersion('2.0.0', 3)],
    translatedRules: { 'G05000000001V1.0.0': rules },
  });
});

const options = (more: Partial<FetchCommandOptions> = {}): FetchCommandOptions => ({
  portal: address,
  cache: join(folder, 'cache'),
  out: join(folder, 'out'),
  codelists: [],
  refresh: false,
  json: true,
  ...more,
});

interface Outcome {
  readonly schema: { readonly version: string };
  readonly from: string;
  readonly files: readonly string[];
  readonly translatedRules: { readonly asked: number; readonly translated: readonly string[]; readonly missed: readonly string[] };
  readonly codelists: readonly { readonly name: string; readonly file?: string; readonly reason?: string }[];
}

async function fetched(version?: string, more: Partial<FetchCommandOptions> = {}): Promise<Outcome> {
  printed.length = 0;
  await fetchCommand(id, version, options(more), patientNetwork().options);
  return JSON.parse(printed.join('')) as Outcome;
}

describe('fim fetch', () => {
  test('fetches the newest released version with its translated rules, ready to be compiled', async () => {
    const outcome = await fetched();
    expect(outcome).toMatchObject({
      schema: { version: '1.10.0' },
      from: 'portal',
      files: [`${id}V1.10.0_xdf3.xml`, `${id}V1.10.0_translated-rules.json`],
      translatedRules: { asked: 1, translated: ['G05000000001V1.0.0'], missed: [] },
      codelists: [{ name: 'urn:art_1' }],
    });
    printed.length = 0;
    await inspect(join(folder, 'out', `${id}V1.10.0_xdf3.xml`), { codelists: [], json: true });
    expect(JSON.parse(printed.join(''))).toMatchObject({ counts: { rulesUsed: 1 } });
    expect(JSON.parse(readFileSync(join(folder, 'out', `${id}V1.10.0_translated-rules.json`), 'utf8'))).toEqual({
      'G05000000001V1.0.0': rules,
    });
  });

  test('fetches the version that is named, also one that is not released', async () => {
    expect((await fetched('V2.0.0')).schema.version).toBe('2.0.0');
    expect(portal.requests[0]).toBe(`/api/v1/schemas/${id}/2.0.0/xdf`);
  });

  test('takes it well that FIM has translated nothing', async () => {
    portal.reset({ schemas: [ofVersion('1.0.0')] });
    expect(await fetched('1.0.0')).toMatchObject({
      files: [`${id}V1.0.0_xdf3.xml`],
      translatedRules: { asked: 1, translated: [], missed: [] },
    });
    expect(existsSync(join(folder, 'out', `${id}V1.0.0_translated-rules.json`))).toBe(false);
  });

  test('does not fetch a released version twice, unless told to', async () => {
    await fetched('1.0.0');
    portal.requests.length = 0;
    expect((await fetched('1.0.0')).from).toBe('cache');
    expect(portal.requests).toEqual([]);
    expect((await fetched('1.0.0', { refresh: true })).from).toBe('portal');
    expect(portal.requests).toHaveLength(2);
  });

  test('fetches a draft every time: it may have changed', async () => {
    await fetched('2.0.0');
    expect((await fetched('2.0.0')).from).toBe('portal');
  });

  test('uses what it has when the portal does not answer, and says so', async () => {
    await fetched('1.0.0');
    await fetched('2.0.0');
    portal.fail(/./, { status: 503 });
    expect((await fetched('2.0.0')).from).toBe('offline');
    expect(await fetched('1.0.0', { refresh: true })).toMatchObject({
      from: 'offline',
      translatedRules: { translated: ['G05000000001V1.0.0'] },
    });
    expect(await fetched()).toMatchObject({ from: 'offline', schema: { version: '2.0.0' } });
    printed.length = 0;
    await fetchCommand(id, '2.0.0', options({ json: false }), patientNetwork().options);
    expect(printed.join('\n')).toContain('Zwischenspeicher');
    expect(printed.join('\n')).toContain(address);
  });

  test('says what is missing when the portal fails after the schema', async () => {
    portal.fail(/translated-rules/, { status: 500 });
    expect((await fetched('1.0.0')).translatedRules).toEqual({ asked: 1, translated: [], missed: ['G05000000001V1.0.0'] });
  });

  test('does not keep translated rules that are none', async () => {
    portal.reset({ schemas: [ofVersion('1.0.0')], translatedRules: { 'G05000000001V1.0.0': [{ effect: 'eval' }] } });
    expect((await fetched('1.0.0')).translatedRules.missed).toEqual(['G05000000001V1.0.0']);
    expect(existsSync(join(folder, 'cache', new URL(address).host.replace(':', '_'), 'translated-rules'))).toBe(false);
  });

  test('puts the code lists that are at hand beside the schema, over no other file', async () => {
    const lists = join(folder, 'lists');
    mkdirSync(lists);
    const genericode =
      '<CodeList xmlns="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"><Identification><Version>1</Version><CanonicalUri>urn:art</CanonicalUri></Identification>' +
      '<ColumnSet><Column Id="c"/><Key><ColumnRef Ref="c"/></Key></ColumnSet><SimpleCodeList><Row><Value><SimpleValue>1</SimpleValue></Value></Row></SimpleCodeList></CodeList>';
    writeFileSync(join(lists, 'art.xml'), genericode);
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out', 'art.xml'), '<mine/>');
    expect((await fetched('1.0.0', { codelists: [lists] })).codelists).toEqual([{ name: 'urn:art_1', file: 'art-2.xml' }]);
    expect(readFileSync(join(folder, 'out', 'art.xml'), 'utf8')).toBe('<mine/>');
  });

  test.each([
    ['another schema', () => xdf.replace(id, 'S05000000009')],
    ['a truncated schema', () => xdf.slice(0, 900)],
    ['an error page', () => '<html><body>Wartung</body></html>'],
  ])('keeps nothing of %s', async (_, body) => {
    portal.reset({ schemas: [{ ...ofVersion('1.0.0'), xdf: body() }] });
    await expect(fetched('1.0.0')).rejects.toMatchObject({ code: expect.stringMatching(/^fim-/) });
    expect(existsSync(join(folder, 'out'))).toBe(false);
    expect(existsSync(join(folder, 'cache'))).toBe(false);
  });

  test('fetches again what is damaged in the cache', async () => {
    await fetched('1.0.0');
    const kept = join(folder, 'cache', new URL(address).host.replace(':', '_'), 'schemas');
    writeFileSync(join(kept, `${id}V1.0.0.xml`), xdf.slice(0, 500));
    expect((await fetched('1.0.0')).from).toBe('portal');
    expect(readdirSync(kept)).toEqual([`${id}V1.0.0.xml`]);
  });

  test.each([
    ['../../etc/passwd', undefined],
    ['S1', undefined],
    [id, '../1'],
    [`${id}V1.0.0`, '2.0.0'],
  ])('does not ask for %s %s', async (text, version) => {
    const asking = fetchCommand(text, version, options(), patientNetwork().options);
    await expect(asking).rejects.toMatchObject({ code: 'fim-portal-identifier' });
    expect(portal.requests).toEqual([]);
  });

  test('says what there is when nothing is released, or nothing at all', async () => {
    portal.reset({ schemas: [ofVersion('0.1.0', 3)] });
    await expect(fetched()).rejects.toMatchObject({ code: 'fim-portal-unreleased', message: expect.stringContaining('0.1.0 (Entwurf)') });
    await expect(fetched('9.9.9')).rejects.toMatchObject({ code: 'fim-portal-not-found' });
    await expect(fetchCommand(id, undefined, options({ portal: 'fimportal' }))).rejects.toMatchObject({ code: 'fim-portal-address' });
  });
});

describeWith('shared', 'fim fetch of a real schema', () => {
  test('hands it over byte by byte', async () => {
    const name = 'S05000001195V2.3.0_xdf3.xml';
    const content = readFileSync(join(shared, 'fim', 'xdf3', name));
    portal.reset({ schemas: [{ id: 'S05000001195', version: '2.3.0', name: 'x', freigabestatus: 6, xdf: content }] });
    await fetchCommand('s05000001195v2.3.0', undefined, options({ json: false }), patientNetwork().options);
    expect(readFileSync(join(folder, 'out', name)).equals(content)).toBe(true);
    expect(portal.requests.filter((path) => path.includes('translated-rules')).length).toBe(new Set(portal.requests).size - 1);
  });
});
