import { describe, expect, test } from '@jest/globals';
import { sampleDelivery } from '../../contract/sample-delivery.js';
import { cmisConfiguration } from './configuration.js';
import { documentTemplate, folderNames } from './placeholders.js';
import { propertyControls } from './form.js';
import { contentLength, instantOf, objectIn } from './properties.js';

const whole = {
  connector: 'cmis',
  url: 'https://dms.example/cmis/browser',
  repository: 'A1',
  folderPath: '/Portal/{year}/{reference}',
  key: { property: 'sp:key' },
};

function complaints(change: object): string[] {
  const { error } = cmisConfiguration.safeParse({ ...whole, ...change });
  return error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
}

describe('the configuration of a records system', () => {
  test('is complete with few entries', () => {
    expect(complaints({})).toEqual([]);
    expect(cmisConfiguration.parse(whole)).toMatchObject({
      folder: { type: 'cmis:folder' },
      document: { type: 'cmis:document' },
      verify: 'length',
    });
  });

  test.each([
    [{ folderPath: 'Portal/{reference}' }, /^folderPath: must begin with \//],
    [{ folderPath: '/Portal/{name}' }, /^folderPath: must not contain \{name\}; there are key, keyDigest, reference/],
    [{ folderPath: '/Portal/{reference' }, /^folderPath: must not contain a single brace/],
    [{ folderPath: '/Portal//x' }, /^folderPath/],
    [{ key: { lookup: 'path' } }, /^folderPath: must end in a name with \{keyDigest\}/],
    [{ key: {}, folderPath: '/{keyDigest}' }, /^key\.property: must be set for lookup: query/],
    [{ key: { property: "x' OR '1" } }, /^key\.property: must be the id of a property/],
    [{ folder: { properties: { 'a:b': '{purpose}' } } }, /must not contain \{purpose\}/],
    [{ document: { type: { data: 'a:b' } } }, /document\.type/],
    [{ user: 'u' }, /^passwordEnv: must be set beside user/],
    [{ user: 'u', passwordEnv: 'P', tokenEnv: 'T' }, /^tokenEnv: must not stand beside user/],
    [{ url: 'http://dms.example/' }, /^url: must start with https/],
    [{ url: 'https://user:pw@dms.example/' }, /^url: must not contain a user name/],
  ])('complains about %j', (change, words) => {
    expect(complaints(change).join('\n')).toMatch(words);
  });
});

test('values in a path cannot add a level or leave theirs', () => {
  const delivery = sampleDelivery({ reference: '../../x/y', service: { ...sampleDelivery().service, title: 'Bau/Abriss: ja?' } });
  expect(folderNames('/Portal/{serviceTitle}/{reference}', delivery)).toEqual(['Portal', 'Bau-Abriss_ ja_', '-..-x-y']);
});

test('documents know their case and themselves', () => {
  const delivery = sampleDelivery();
  const [file] = delivery.files;
  expect(file && documentTemplate.fill('{reference} {number} {purpose} {name}', { delivery, file, name: 'a.json', number: 1 })).toBe(
    'H-2026-000123 1 data a.json',
  );
});

test('numbers properties without gaps, and the values of a list within them', () => {
  expect(propertyControls({ 'cmis:name': 'x', 'cmis:secondaryObjectTypeIds': ['a', 'b'] })).toEqual([
    ['propertyId[0]', 'cmis:name'],
    ['propertyValue[0]', 'x'],
    ['propertyId[1]', 'cmis:secondaryObjectTypeIds'],
    ['propertyValue[1][0]', 'a'],
    ['propertyValue[1][1]', 'b'],
  ]);
});

test('reads an object of a repository that ignores succinct, and a length that is not told', () => {
  const described = { 'cmis:name': { id: 'cmis:name', type: 'string', value: 'x' }, 'cmis:contentStreamLength': { value: -1 } };
  const object = objectIn({ properties: described }) ?? {};
  expect(object).toEqual({ 'cmis:name': 'x', 'cmis:contentStreamLength': -1 });
  expect(contentLength(object)).toBeUndefined();
  expect(instantOf({ 'cmis:creationDate': 1298396347156 }, 'cmis:creationDate')).toBe('2011-02-22T17:39:07.156Z');
  expect(objectIn({ exception: 'runtime' })).toBeUndefined();
});
