import { describe, expect, test } from '@jest/globals';
import type { Given } from '../xdatenfelder/schema-xml.test-support.js';
import { compareForms } from './compare-forms.js';
import { compareGiven, said, sideOf } from './compare.test-support.js';
import type { Side } from './side.js';

const form: readonly Given[] = [
  { id: 'F05000000001', datentyp: 'bool' },
  { id: 'F05000000002', anzahl: '0:1' },
];
const shows = 'Wenn F05000000001 = Ja, dann zeige F05000000002 an.';
const hides = 'Wenn F05000000001 = Nein, dann zeige F05000000002 an.';

describe('rules', () => {
  test('removed and new ones', () => {
    const found = compareGiven(form, form, [shows], []);
    expect(said(found, 'rule')).toEqual([`Die Regel R05000010000 „Regel 0“ gilt nicht mehr: „${shows}“.`]);
    expect(said(compareGiven(form, form, [], [shows]), 'rule')).toEqual([`Neue Regel R05000010000 „Regel 0“: „${shows}“.`]);
  });

  test('another text under the same id', () => {
    const { changes } = compareGiven(form, form, [shows], [hides]);
    expect(changes).toMatchObject([{ kind: 'rule', audience: 'citizen', ruleId: 'R05000010000', before: shows, after: hides }]);
  });

  test('the same text under another id is for the author', () => {
    const old = sideOf(form, [shows]);
    const now = sideOf(form, [shows], (xml) => xml.replace('R05000010000', 'R05000010009'));
    expect(compareForms(old, now).changes).toMatchObject([
      { audience: 'author', message: expect.stringContaining('bisher die Id R05000010000') },
    ]);
  });

  test('what is not understood is said, and matters to the author', () => {
    const { changes } = compareGiven(form, form, [], ['Blau ist schön.']);
    expect(changes).toMatchObject([{ audience: 'author', message: expect.stringContaining('noch nicht angewendet') }]);
    const [, understood] = compareGiven(form, form, ['Blau ist schön.'], [shows]).changes;
    expect(understood).toMatchObject({ audience: 'author', message: expect.stringContaining('wird jetzt angewendet') });
  });

  test('a rule that was read with a slip is applied all the same', () => {
    const slip = 'Wenn F05000000001 = Ja, dann zeige F0500000002 an.';
    const [old, now] = [sideOf(form, [slip]), sideOf(form, [shows])];
    expect(old.openItems).toMatchObject([{ kind: 'rule', severity: 'note' }]);
    expect(said(compareForms(old, now), 'rule')).toEqual([expect.stringContaining('lautet jetzt')]);
  });

  test('a rule without text is told by how it is understood', () => {
    const side = (effect: 'require' | 'forbid'): Side => {
      const { form: base, ...rest } = sideOf(form);
      const statements = [{ effect, target: 'self.F05000000002', condition: { identifier: 'self.F05000000001' } }];
      return { ...rest, form: { ...base, rules: [{ id: 'K1', name: 'Eigene Regel', owner: '', legalBasis: [], statements }] } };
    };
    expect(said(compareForms(side('require'), side('require')), 'rule')).toEqual([]);
    expect(said(compareForms(side('require'), side('forbid')), 'rule')).toEqual([
      expect.stringMatching(
        /^Die Regel K1 „Eigene Regel“ lautet jetzt „.*blende F05000000002 aus\.“, bisher „.*muss F05000000002 befüllt werden\.“/,
      ),
    ]);
  });

  test('a rule that names a replaced element has not changed for that', () => {
    const old = sideOf([{ ...form[0], id: 'F05000000003', label: 'Haben Sie einen Hund?' } as Given], ['F05000000003 ist befüllt.']);
    const now = sideOf([{ ...form[0], id: 'F05000000004', label: 'Haben Sie einen Hund?' } as Given], ['F05000000004 ist befüllt.']);
    expect(compareForms(old, now).changes.map(({ kind }) => kind)).toEqual(['replaced']);
  });
});
