import { describe, expect, test } from '@jest/globals';
import { oidcConfiguration } from './configuration.js';
import { readIdentity } from './read-identity.js';

const configured = (changes: object = {}) =>
  oidcConfiguration.parse({ connector: 'oidc', issuer: 'https://konto.example', clientId: 'x', clientSecret: 'y', ...changes });

describe('what an account says', () => {
  // Names and level: BundID, Schnittstellenbeschreibung 10.2.0.0; one value in a list, as brokers pass SAML attributes on.
  test('under the names of BundID', () => {
    const userInfo = {
      sub: 'a',
      'urn:oid:2.5.4.42': ['Erika'],
      'urn:oid:2.5.4.4': 'Mustermann',
      'urn:oid:1.2.40.0.10.2.1.1.55': '1984-08-12',
      'urn:oid:2.5.4.16': 'Heidestraße 17',
      'urn:oid:0.9.2342.19200300.100.1.3': 'erika@example.org',
      'urn:oid:1.2.40.0.10.2.1.1.261.94': 'STORK-QAA-Level-3',
    };
    const wanted = ['given-names', 'family-name', 'birth-date', 'street-address', 'email'] as const;
    expect(readIdentity(configured({ profile: 'bundid' }), wanted, { sub: 'a' }, userInfo)).toEqual({
      pseudonym: 'a',
      level: 'substantial',
      attributes: {
        'given-names': { value: 'Erika', level: 'substantial' },
        'family-name': { value: 'Mustermann', level: 'substantial' },
        'birth-date': { value: '1984-08-12', level: 'substantial' },
        'street-address': { value: 'Heidestraße 17', level: 'substantial' },
        email: { value: 'erika@example.org', level: 'basic' },
      },
    });
  });

  test('what the ID token says of the level counts, not what is only in the user info', () => {
    const claims = { sub: 'a', acr: 'STORK-QAA-Level-1' };
    expect(readIdentity(configured(), [], claims, { acr: 'STORK-QAA-Level-4' }).level).toBe('basic');
  });

  test('levels and claims by other names', () => {
    const configuration = configured({ levels: { gold: 'high' }, levelClaim: 'vertrauen', claims: { title: 'dr' }, verified: ['title'] });
    const identity = readIdentity(
      configuration,
      ['title', 'family-name'],
      { sub: 'a', vertrauen: 'gold' },
      { dr: 'Dr.', family_name: 'X' },
    );
    expect(identity.attributes).toEqual({ title: { value: 'Dr.', level: 'high' }, 'family-name': { value: 'X', level: 'basic' } });
  });

  test.each([
    ['an object', {}],
    ['a number', 7],
    ['two values', ['a', 'b']],
    ['control characters', 'a\u0000b'],
    ['a novel', 'x'.repeat(301)],
    ['nothing', '  '],
  ])('%s is no name', (_, value) => {
    expect(readIdentity(configured(), ['family-name'], { sub: 'a' }, { family_name: value }).attributes).toEqual({});
  });

  test.each(['0000-08-12', '1984', '1984-00-00', '1984-02-30', '12.08.1984'])('%s is no whole date', (birthdate) => {
    expect(readIdentity(configured(), ['birth-date'], { sub: 'a' }, { birthdate }).attributes).toEqual({});
  });

  test('a level under a name of every object is none', () => {
    expect(readIdentity(configured(), [], { sub: 'a', acr: 'constructor' }, {}).level).toBe('basic');
  });
});
