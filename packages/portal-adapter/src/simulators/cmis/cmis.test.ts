import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startCmis } from './cmis.js';
import type { RunningCmis } from './cmis.js';

let folder: string;
let running: RunningCmis;
let root: string;

const now = () => new Date('2026-03-01T09:30:00Z');

async function start(): Promise<void> {
  running = await startCmis({ port: 0, folder, title: 'Akten <Test>', now });
  const info = (await (await fetch(running.serviceUrl)).json()) as Record<string, { rootFolderUrl: string }>;
  root = info['portal']?.rootFolderUrl ?? '';
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cmis-stand-in-'));
  await start();
});
afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

type Answer = { status: number; body: Record<string, unknown> };

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

function properties(values: Record<string, string>): [string, string][] {
  return Object.entries(values).flatMap(([id, value], index): [string, string][] => [
    [`propertyId[${index}]`, id],
    [`propertyValue[${index}]`, value],
  ]);
}

async function post(path: string, controls: Record<string, string>, values: Record<string, string> = {}, file?: string): Promise<Answer> {
  const body = file === undefined ? new URLSearchParams() : new FormData();
  for (const [name, value] of [...Object.entries(controls), ...properties(values), ['succinct', 'true']] as [string, string][])
    body.append(name, value);
  if (body instanceof FormData) body.append('content', new Blob([file ?? '']), 'Müll.txt');
  return answerOf(await fetch(root + path, { method: 'POST', body }));
}
const get = async (path: string) => answerOf(await fetch(root + path));
const makeFolder = (name: string, path = '') =>
  post(path, { cmisaction: 'createFolder' }, { 'cmis:name': name, 'cmis:objectTypeId': 'cmis:folder' });
const makePaper = (name: string, content: string, path = '') =>
  post(path, { cmisaction: 'createDocument' }, { 'cmis:name': name, 'cmis:objectTypeId': 'akte:schriftstueck' }, content);
const succinct = ({ body }: Answer) => body['succinctProperties'] as Record<string, unknown>;

describe('what the stand-in repository does (CMIS 1.1, section 5)', () => {
  test('makes folders and documents, reads them by path and by id, and keeps them over a restart', async () => {
    expect((await makeFolder('Straßen & Wege')).status).toBe(201);
    const paper = await makePaper('Plan.txt', 'Inhalt', `/${encodeURIComponent('Straßen & Wege')}`);
    expect(paper.status).toBe(201);
    await running.close();
    await start();
    const read = await get(`/${encodeURIComponent('Straßen & Wege')}/Plan.txt?cmisselector=object&succinct=true`);
    expect(succinct(read)).toMatchObject({
      'cmis:objectId': succinct(paper)['cmis:objectId'],
      'cmis:contentStreamLength': 6,
      'cmis:contentStreamFileName': 'Müll.txt',
      'cmis:versionLabel': '1.0',
      'cmis:creationDate': now().getTime(),
    });
    const described = await get(`?cmisselector=object&objectId=${String(succinct(paper)['cmis:objectId'])}`);
    expect(described.body['properties']).toMatchObject({
      'cmis:name': { id: 'cmis:name', type: 'string', cardinality: 'single', value: 'Plan.txt' },
    });
    const content = await fetch(`${root}?cmisselector=content&objectId=${String(succinct(paper)['cmis:objectId'])}`);
    expect(await content.text()).toBe('Inhalt');
  });

  test('lists children in pages', async () => {
    for (const name of ['a', 'b', 'c']) await makeFolder(name);
    const page = await get('?cmisselector=children&maxItems=2&skipCount=1&succinct=true&filter=cmis:name');
    expect(page.body).toEqual({
      objects: ['b', 'c'].map((name) => ({ object: { succinctProperties: { 'cmis:name': name } } })),
      hasMoreItems: false,
      numItems: 3,
    });
  });

  test.each([
    ['a name that is there already', () => makeFolder('A'), 409, 'nameConstraintViolation'],
    ['a name with a path in it', () => makeFolder('x/y'), 409, 'nameConstraintViolation'],
    [
      'a type that there is not',
      () => post('', { cmisaction: 'createFolder' }, { 'cmis:name': 'x', 'cmis:objectTypeId': 'y' }),
      404,
      'objectNotFound',
    ],
    ['a document type for a folder', () => post('', { cmisaction: 'createFolder' }, { 'cmis:name': 'x', 'cmis:objectTypeId': 'cmis:document' }), 409, 'constraint'], // prettier-ignore
    ['a property the type does not have', () => post('/a', { cmisaction: 'update' }, { 'akte:zweck': 'x' }), 409, 'constraint'],
    ['a property that is read only', () => post('/a', { cmisaction: 'update' }, { 'cmis:path': 'x' }), 409, 'constraint'],
    ['a folder that there is not', () => makeFolder('x', '/nirgends'), 404, 'objectNotFound'],
    ['a versioning state the type does not have', () => post('', { cmisaction: 'createDocument', versioningState: 'major' }, { 'cmis:name': 'x', 'cmis:objectTypeId': 'cmis:document' }, 'x'), 409, 'constraint'], // prettier-ignore
    ['numbers with a gap', () => post('', { cmisaction: 'createFolder', 'propertyId[1]': 'cmis:name', 'propertyValue[1]': 'x' }), 400, 'invalidArgument'], // prettier-ignore
    ['an action that there is not', () => post('', { cmisaction: 'tanzen' }), 405, 'notSupported'],
    [
      'deleting a folder that is not empty',
      async () => (await makeFolder('b', '/a'), post('/a', { cmisaction: 'delete' })),
      409,
      'constraint',
    ],
    ['content of a folder', () => get('/a?cmisselector=content'), 403, 'streamNotSupported'],
  ])('refuses %s', async (_, attempt, status, exception) => {
    await makeFolder('a');
    expect(await attempt()).toEqual({ status, body: { exception, message: expect.any(String) as unknown } });
  });

  test('keeps versions', async () => {
    await makePaper('a.txt', 'eins');
    expect((await post('/a.txt', { cmisaction: 'checkIn' })).body['exception']).toBe('versioning');
    expect((await post('/a.txt', { cmisaction: 'checkOut' })).status).toBe(201);
    expect((await post('/a.txt', { cmisaction: 'checkOut' })).body['exception']).toBe('versioning');
    await post('/a.txt', { cmisaction: 'checkIn', major: 'false', checkinComment: 'berichtigt' }, {}, 'zwei!');
    const versions = (await get('/a.txt?cmisselector=versions&succinct=true')).body as unknown as {
      succinctProperties: Record<string, unknown>;
    }[];
    expect(
      versions.map(({ succinctProperties: one }) => [
        one['cmis:versionLabel'],
        one['cmis:contentStreamLength'],
        one['cmis:isLatestVersion'],
      ]),
    ).toEqual([
      ['1.1', 5, true],
      ['1.0', 4, false],
    ]);
    const first = await fetch(
      `${root}?cmisselector=content&objectId=${encodeURIComponent(String(versions[1]?.succinctProperties['cmis:objectId']))}`,
    );
    expect(await first.text()).toBe('eins');
  });

  test.each([
    ["SELECT * FROM cmis:document WHERE cmis:name = 'it\\'s.txt'", ["it's.txt"]],
    ["SELECT cmis:name FROM akte:schriftstueck WHERE cmis:name LIKE '%.txt' AND cmis:name <> 'a.txt'", ["it's.txt"]],
    ['select cmis:name from cmis:document', ['a.txt', "it's.txt"]],
    ["SELECT * FROM cmis:folder WHERE cmis:name = 'a.txt'", []],
  ])('answers %s', async (statement, names) => {
    await makePaper('a.txt', 'x');
    await makePaper("it's.txt", 'x');
    const body = new URLSearchParams({ cmisaction: 'query', statement, succinct: 'true' });
    const answer = await answerOf(await fetch(root.replace(/\/root$/, ''), { method: 'POST', body }));
    const results = answer.body['results'] as { succinctProperties: Record<string, unknown> }[];
    expect(results.map((one) => one.succinctProperties['cmis:name']).sort()).toEqual(names);
  });

  test('does not answer a query it does not understand', async () => {
    for (const statement of [
      'DELETE FROM x',
      'SELECT * FROM cmis:document WHERE x = 1',
      "SELECT * FROM cmis:document WHERE cmis:name = 'a' OR 1",
    ]) {
      const body = new URLSearchParams({ cmisaction: 'query', statement });
      expect((await answerOf(await fetch(root.replace(/\/root$/, ''), { method: 'POST', body }))).body['exception']).toBe(
        'invalidArgument',
      );
    }
  });
});

describe('what people see', () => {
  test('the tree, an object, and how to show a failure', async () => {
    await makeFolder('<b>Ordner');
    const tree = await (await fetch(running.url)).text();
    expect(tree).toContain('&lt;b&gt;Ordner');
    expect(tree).toContain('Akten &lt;Test&gt;');
    const object = await (await fetch(running.url + (/\/objekte\/[\w-]+/.exec(tree)?.[0] ?? ''))).text();
    expect(object).toContain('cmis:creationDate');
    await fetch(`${running.url}/stoerung`, { method: 'POST', body: new URLSearchParams({ behaviour: 'refuse' }) });
    expect(await (await fetch(running.url)).text()).toContain('Störung wird vorgeführt');
    expect(await makeFolder('x')).toMatchObject({ status: 409, body: { message: expect.stringContaining('Sachgebiet') as unknown } });
    expect((await fetch(`${running.url}/nichts`)).status).toBe(404);
  });

  test('nobody without the right login', async () => {
    const guarded = await startCmis({ port: 0, folder: join(folder, 'b'), login: { user: 'u', password: 'p' } });
    const status = async (header: string) => (await fetch(guarded.serviceUrl, { headers: { Authorization: header } })).status;
    expect([await status(''), await status('Basic dTpw'), await status('Bearer dTpw')]).toEqual([401, 200, 401]);
    await guarded.close();
  });
});
