import { type Sample, type, kind, bounds, inhalt, werte, liste, urn, liste2, twice } from './sample-parts.test-support.js';
import { at, coded, field, field2, otherField, schema2, text, withField } from './sample-xml.test-support.js';

/** A value of a type in a field: content, lower and upper bound. */
const valued = (codes: readonly [string, string, string], datentyp: string, wrong: string, right: string): readonly Sample[] => [
  [
    codes[0],
    withField({ ...type(datentyp), ...bounds(`minValue="${wrong}"`) }),
    withField({ ...type(datentyp), ...bounds(`minValue="${right}"`) }),
  ],
  [
    codes[1],
    withField({ ...type(datentyp), ...bounds(`maxValue="${wrong}"`) }),
    withField({ ...type(datentyp), ...bounds(`maxValue="${right}"`) }),
  ],
  [codes[2], withField({ ...type(datentyp), ...inhalt(wrong) }), withField({ ...type(datentyp), ...inhalt(right) })],
];

export const fieldSamples: readonly Sample[] = [
  ['1005', withField(liste('Art des Antrags', '2026-01-01')), withField(liste(urn, '2026-01-01'))],
  ['1011', withField({ ...werte('1', '2'), ...type('num_int') }), withField(werte('1', '2'))],
  ['1012', withField({ ...werte('1', '2'), ...bounds('maxLength="3"') }), withField(werte('1', '2'))],
  [
    '1014',
    withField({ schemaelementart: coded('schemaelementart', 'ABS') }),
    withField({ schemaelementart: coded('schemaelementart', 'HAR') }),
  ],
  ['1015', withField({ ...type('num'), ...bounds('maxLength="3"') }), withField({ ...type('text_latin'), ...bounds('maxLength="3"') })],
  ['1016', withField(bounds('maxValue="3"')), withField({ ...type('time'), ...bounds('maxValue="12:00:00"') })],
  ['1017', withField({ ...werte('1', '2'), ...kind('input') }), withField(werte('1', '2'))],
  ['1018', withField({ ...kind('select'), praezisierung: '' }), withField(liste(urn, '2026-01-01'))],
  ['1018', withField({ ...werte('1', '2'), codelisteReferenz: liste(urn, '1').codelisteReferenz ?? '' }), withField(werte('1', '2'))],
  ['1027', withField(kind('textarea')), withField(kind('locked'))],
  ['1027', schema2([at(field2('F05000001', kind('locked')))]), schema2([at(field2('F05000001', kind('label')))])],
  ['1028', withField({ datentyp: '' }), withField(type('datetime'))],
  ['1028', schema2([at(field2('F05000001', type('time')))]), schema2([at(field2('F05000001', type('date')))])],
  ['1030', withField({ vorbefuellung: coded('vorbefuellung', 'immer') }), withField({ vorbefuellung: coded('vorbefuellung', 'optional') })],
  [
    '1036',
    schema2([at(field2('F05000001', { c: liste2('C05000001', '1') })), at(field2('F05000002', { c: liste2('C05000002', '1') }))]),
    schema2([at(field2('F05000001', { c: liste2('C05000001', '1') })), at(field2('F05000002', { c: liste2('C05000002', '2') }))]),
  ],
  [
    '1037',
    twice(field(liste(urn, '2026-01-01')), otherField(liste(urn, '2025-01-01'))),
    twice(field(liste(urn, '1')), otherField(liste(`${urn}en`, '2'))),
  ],
  [
    '1040',
    withField({ ...kind('select'), codelisteReferenz: text('codelisteReferenz', text('version', '1')) }),
    withField(liste(urn, '1')),
  ],
  ['1044', withField(werte('1')), withField(werte('1', '2'))],
  ['1045', withField(werte('1', '2', '1')), withField(werte('1', '01'))],
  ['1048', withField(liste('urn:de:fim:codeliste:beschäftigung', '1')), withField(liste(urn, '1'))],
  ['1056', withField({ maxSize: text('maxSize', '100') }), withField({ ...type('file'), maxSize: text('maxSize', '100') })],
  [
    '1057',
    withField({ mediaType: text('mediaType', 'image/png') }),
    withField({ ...type('file'), mediaType: text('mediaType', 'image/png') }),
  ],
  [
    '1058',
    withField({ ...werte('1', '2'), nameKey: text('nameKey', 'name') }),
    withField({ ...liste(urn, '1'), nameKey: text('nameKey', 'name') }),
  ],
  ['1059', withField(bounds('minLength="-1"')), withField(bounds('minLength="0"'))],
  ['1060', withField(bounds('maxLength="0"')), withField(bounds('maxLength="1"'))],
  ['1061', withField(bounds('minLength="5" maxLength="4"')), withField(bounds('minLength="5" maxLength="5"'))],
  ['1061', schema2([at(field2('F05000001', { praezisierung: text('praezisierung', '5..4') }))]), schema2([at(field2('F05000001'))])],
  ...valued(['1062', '1063', '1069'], 'num', '1,5', '1.5'),
  ...valued(['1062', '1063', '1069'], 'num_currency', '10 €', '-10.00'),
  [
    '1064',
    withField({ ...type('num_int'), ...bounds('minValue="10" maxValue="9"') }),
    withField({ ...type('num_int'), ...bounds('minValue="9" maxValue="10"') }),
  ],
  [
    '1064',
    withField({ ...type('date'), ...bounds('minValue="2026-02-01" maxValue="2026-01-31"') }),
    withField({ ...type('time'), ...bounds('minValue="08:00:00" maxValue="16:30:00"') }),
  ],
  ...valued(['1065', '1066', '1070'], 'num_int', '1.5', '-15'),
  ...valued(['1067', '1068', '1071'], 'date', '2026-02-30', '2024-02-29'),
  ...valued(['1067', '1068', '1071'], 'date', '24.12.2026', '2026-12-24'),
  ...valued(['1079', '1080', '1083'], 'datetime', '2026-12-24', '2026-12-24T18:00:00+01:00'),
  ...valued(['1081', '1082', '1084'], 'time', '24:30:00', '23:59:59'),
  [
    '1072',
    withField({ ...type('num_int'), ...bounds('minValue="10"'), ...inhalt('9') }),
    withField({ ...type('num_int'), ...bounds('minValue="9"'), ...inhalt('9') }),
  ],
  [
    '1073',
    withField({ ...type('date'), ...bounds('maxValue="2026-01-01"'), ...inhalt('2026-01-02') }),
    withField({ ...type('date'), ...bounds('maxValue="2026-01-01"'), ...inhalt('2025-01-02') }),
  ],
  ['1074', withField({ ...bounds('minLength="3"'), ...inhalt('Ä𝔸') }), withField({ ...bounds('minLength="2"'), ...inhalt('Ä𝔸') })],
  ['1075', withField({ ...bounds('maxLength="2"'), ...inhalt('abc') }), withField({ ...bounds('maxLength="3"'), ...inhalt('abc') })],
  ['1077', withField({ ...type('bool'), ...inhalt('ja') }), withField({ ...type('bool'), ...inhalt('true') })],
  ['1085', withField({ ...werte('1', '2'), ...inhalt('Wert 1') }), withField({ ...werte('1', '2'), ...inhalt('1') })],
  ['1089', withField(type('obj')), withField({ ...type('obj'), ...kind('label') })],
  ['1090', withField({ ...kind('label'), ...type('num') }), withField({ ...kind('label'), ...type('text_latin') })],
  [
    '1093',
    withField({
      ...werte(),
      werte: text('werte', ['1', '2'].map((code) => text('wert', text('code', code) + text('name', 'gleich'))).join('')),
    }),
    withField(werte('1', '2')),
  ],
  ['1100', withField({ ...type('file'), ...inhalt('a.pdf') }), withField(type('file'))],
  ['1102', withField(bounds('minLength="1"')), withField({ ...kind('locked'), praezisierung: '' })],
  ['1103', withField({ ...type('date'), praezisierung: '' }), withField({ ...type('date'), ...bounds('minValue="1900-01-01"') })],
  ['1105', withField(liste(urn, '3')), withField(liste(urn, '2018-03-01'))],
  ['1108', withField({ ...werte('1', '2'), ...type('num_int') }), withField(werte('1', '2'))],
  ['1109', withField({ ...kind('label'), praezisierung: '' }), withField({ ...kind('label'), praezisierung: '', ...inhalt('Hinweis') })],
  ['1120', withField({ ...type('file'), ...bounds('pattern="a+"') }), withField(bounds('pattern="a+"'))],
];
