import { describe, expect, test } from '@jest/globals';
import { compileForm } from '@serviceportal/form-engine';
import { field, group } from '../../small-service.test-support.js';
import { linkTexts, linkValuesSchema } from './link-values.js';

const form = compileForm({
  schema: { id: 'S1', name: 'Probe' },
  codeLists: { l: { codes: [{ code: '001', label: 'Anmelden' }] } },
  rules: [],
  children: [
    group(
      'G1',
      'Antragstellende Person',
      [
        field('F1', 'Familienname', { attribute: 'family-name' }),
        group('G2', 'Geburtsdatum', [
          field('F2', 'Tag', { type: 'integer', attribute: 'birth-day' }),
          field('F3', 'Monat', { type: 'integer', attribute: 'birth-month' }),
          field('F4', 'Jahr', { type: 'integer', attribute: 'birth-year' }),
        ]),
        field('F5', 'Straße', { attribute: 'street' }),
      ],
      { about: 'applicant' },
    ),
    field('F6', 'Was?', { type: 'select', codeList: 'l' }),
    group('G3', 'Hunde', [field('F7', 'Name')], { max: null }),
  ],
});
const texts = (values: object) => linkTexts(form, linkValuesSchema.parse(values), '2026-01-01');

describe('values for a link', () => {
  test('about the person, and answers by id', () => {
    expect(texts({ person: { 'family-name': 'Müller', 'birth-date': '1985-03-07' }, answers: { F6: '001', G1: { F5: 'Markt' } } })).toEqual(
      {
        texts: { 'G1/F1': 'Müller', 'G1/G2/F2': '7', 'G1/G2/F3': '3', 'G1/G2/F4': '1985', 'G1/F5': 'Markt', F6: '001' },
      },
    );
  });

  test('everything that does not fit is said, with where it is', () => {
    const found = texts({ person: { email: 'a@b.de' }, answers: { F6: '002', F9: 'x', G1: 'x', G3: [{ F7: 'Bello' }], F1: null } });
    expect('problems' in found && found.problems).toEqual([
      'person.email: no question of this service asks for it',
      'answers F9: the service has no such element',
      'answers G1: a group of answers is expected',
      'answers G3: stands in a list; lists cannot be filled in',
      'answers F1: the service has no such element',
      'F6 („Was?“): "002" does not fit the question',
    ]);
  });

  test('an attribute that nobody knows is a mistake', () => {
    expect(linkValuesSchema.safeParse({ person: { nickname: 'x' } }).success).toBe(false);
  });
});
