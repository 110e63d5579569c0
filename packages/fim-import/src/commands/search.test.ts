import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { PortalStandIn, patientNetwork } from '../fim-portal/portal-stand-in.test-support.js';
import { search } from './search.js';

const portal = new PortalStandIn();
let address = '';
beforeAll(async () => {
  address = await portal.start();
});
afterAll(() => portal.stop());

const held = (number: number, version = '1.0.0', name = 'Hundesteuer') => ({
  id: `S${String(number).padStart(11, '0')}`,
  version,
  name,
  freigabestatus: 6,
  date: '2024-05-06',
  xdf: '',
});

const printed: string[] = [];
jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
beforeEach(() => {
  printed.length = 0;
});

async function found(
  text: string,
  limit = 1_000,
): Promise<{ readonly total: number; readonly schemas: readonly { readonly id: string; readonly title: string }[] }> {
  printed.length = 0;
  await search(text, { portal: address, limit, json: true }, patientNetwork().options);
  return JSON.parse(printed.join('')) as Awaited<ReturnType<typeof found>>;
}

describe('fim search', () => {
  test('reads all pages', async () => {
    portal.reset({ schemas: Array.from({ length: 250 }, (_, index) => held(index)) });
    expect((await found('hunde')).schemas).toHaveLength(250);
    expect(portal.requests.map((path) => new URL(path, address).searchParams.get('offset'))).toEqual(['0', '100', '200']);
  });

  test('stops at the limit, and says that there is more', async () => {
    portal.reset({ schemas: Array.from({ length: 250 }, (_, index) => held(index)) });
    expect(await found('hunde', 120)).toMatchObject({ total: 250, schemas: { length: 120 } });
    expect(portal.requests).toHaveLength(2);
    printed.length = 0;
    await search('hunde', { portal: address, limit: 1, json: false }, patientNetwork().options);
    expect(printed.at(-1)).toContain('1 von 250');
  });

  test('sends what was typed as one value', async () => {
    portal.reset({});
    await found('Ä & B=C#1');
    expect(new URL(portal.requests[0] ?? '', address).searchParams.get('fts_query')).toBe('Ä & B=C#1');
  });

  test('prints a table', async () => {
    portal.reset({ schemas: [held(1), held(2, '10.0.0', 'Hundesteuer, Abmeldung')] });
    await search('hunde', { portal: address, limit: 50, json: false }, patientNetwork().options);
    expect(printed).toEqual([
      'Id            Fassung  Status                       Datum       Titel',
      'S00000000001  1.0.0    fachlich freigegeben (gold)  2024-05-06  Hundesteuer',
      'S00000000002  10.0.0   fachlich freigegeben (gold)  2024-05-06  Hundesteuer, Abmeldung',
    ]);
  });

  test('lists the versions of an id, newest first', async () => {
    portal.reset({ schemas: [held(1, '1.9.0'), held(1, '1.10.0')] });
    expect((await found('S00000000001')).schemas).toMatchObject([{ version: '1.10.0' }, { version: '1.9.0' }]);
  });

  test('says that there is nothing', async () => {
    portal.reset({});
    await search('xyz', { portal: address, limit: 50, json: false }, patientNetwork().options);
    expect(printed).toEqual(['Nichts gefunden zu „xyz“.']);
  });

  test('shows no entry with an id that is none, and no control characters', async () => {
    const items = [
      { fim_id: '../../x', fim_version: '1.0.0', name: 'a' },
      { fim_id: 'S00000000001', fim_version: '1.0.0', name: 'red \u001b[31m\nalert', freigabe_status: null },
    ];
    portal.reset({
      documents: {
        '/api/v1/schemas?fts_query=x&is_latest=true&limit=100&offset=0': {
          type: 'application/json',
          body: JSON.stringify({ items, count: 2, total_count: 2 }),
        },
      },
    });
    expect((await found('x')).schemas).toMatchObject([{ id: 'S00000000001', title: 'red [31m alert' }]);
  });

  test.each([
    ['no list', '{}'],
    ['no JSON', '{"items": ['],
  ])('does not take %s for an answer', async (_, body) => {
    portal.fail(/schemas/, { status: 200, headers: { 'content-type': 'application/json' }, body });
    await expect(found('x')).rejects.toMatchObject({ code: 'fim-portal-answer' });
  });

  test('ends although the portal counts wrongly', async () => {
    portal.reset({});
    portal.fail(/schemas/, {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: [], total_count: 10_000 }),
    });
    expect(await found('x')).toMatchObject({ schemas: [] });
  });
});
