import type { Check } from '../check.js';
import type { LintElement } from '../lint-element.js';

const text = new Set(['text', 'text_latin']);
const ranged = new Set(['num', 'num_int', 'num_currency', 'date', 'time', 'datetime']);
const attachment = new Set(['file', 'obj']);

export const isText = (field: LintElement): boolean => text.has(field.code('datentyp'));

const hasLength = ({ praezisierung: { minLength, maxLength } }: LintElement): boolean => minLength !== undefined || maxLength !== undefined;
const hasRange = ({ praezisierung: { minValue, maxValue } }: LintElement): boolean => minValue !== undefined || maxValue !== undefined;

/** A check of one field: `message` is what is said if it is wrong, `at` the child where. */
const field = (
  code: string,
  fix: string,
  at: string,
  message: string,
  wrong: (field: LintElement, feldart: string, datentyp: string) => boolean,
): Check => ({
  code,
  of: ['datenfeld'],
  fix,
  find(element, report) {
    const [feldart, datentyp] = [element.code('feldart'), element.code('datentyp')];
    if (wrong(element, feldart, datentyp))
      report(`${message} (Feldart ${feldart || '–'}, Datentyp ${datentyp || '–'}).`, element.child(at));
  },
});

const v3 = (check: Check): Check => ({ ...check, only: '3.0.0' });

export const fieldChecks: readonly Check[] = [
  field(
    '1011',
    'Setzen Sie den Datentyp auf „Text“.',
    'datentyp',
    'Ein Auswahlfeld hat nicht den Datentyp Text',
    (_, art, typ) => art === 'select' && typ !== '' && typ !== 'text',
  ),
  field(
    '1108',
    'Setzen Sie den Datentyp auf „Text“.',
    'datentyp',
    'Ein Auswahlfeld hat nicht den Datentyp Text',
    (_, art, typ) => art === 'select' && typ !== '' && typ !== 'text',
  ),
  field(
    '1089',
    'Wählen Sie einen Datentyp, den man eingeben kann.',
    'datentyp',
    'In ein statisches Objekt kann niemand etwas eingeben',
    (_, art, typ) => art === 'input' && typ === 'obj',
  ),
  field(
    '1090',
    'Setzen Sie den Datentyp auf „Text“ oder „Statisches Objekt“.',
    'datentyp',
    'Ein statisches Feld hat einen Datentyp zum Eingeben',
    (_, art, typ) => art === 'label' && typ !== '' && typ !== 'obj' && !text.has(typ),
  ),
  field(
    '1012',
    'Entfernen Sie die Feldlänge.',
    'praezisierung',
    'Hier wird nichts getippt; die Feldlänge ist sinnlos',
    (f, art) => (art === 'select' || art === 'label') && isText(f) && hasLength(f),
  ),
  field(
    '1015',
    'Entfernen Sie die Feldlänge.',
    'praezisierung',
    'Eine Feldlänge gibt es nur für Texte',
    (f, _, typ) => typ !== '' && !isText(f) && hasLength(f),
  ),
  field(
    '1016',
    'Entfernen Sie den Wertebereich.',
    'praezisierung',
    'Ein Wertebereich gilt nur für Zahlen und Zeiten',
    (f, _, typ) => typ !== '' && !ranged.has(typ) && hasRange(f),
  ),
  field(
    '1102',
    'Geben Sie minimale und maximale Feldlänge an, wenn es sie gibt.',
    'praezisierung',
    'Minimale und maximale Feldlänge sind nicht beide angegeben',
    (f, art) => art === 'input' && isText(f) && (f.praezisierung.minLength === undefined || f.praezisierung.maxLength === undefined),
  ),
  field(
    '1103',
    'Geben Sie an, welche Werte möglich sind.',
    'praezisierung',
    'Es ist kein Wertebereich angegeben',
    (f, _, typ) => ranged.has(typ) && typ !== 'time' && typ !== 'datetime' && !hasRange(f),
  ),
  field(
    '1120',
    'Entfernen Sie das Muster.',
    'praezisierung',
    'Ein Muster gilt nicht für Dateien und Objekte',
    (f, _, typ) => attachment.has(typ) && f.praezisierung.pattern !== undefined,
  ),
  v3(
    field(
      '1056',
      'Entfernen Sie die Dateigröße, oder wählen Sie den Datentyp „Anlage (Datei)“.',
      'maxSize',
      'Eine Dateigröße gilt nur für Anlagen',
      (f, _, typ) => f.text('maxSize') !== '' && typ !== 'file',
    ),
  ),
  v3(
    field(
      '1057',
      'Entfernen Sie die Dateitypen, oder wählen Sie den Datentyp „Anlage (Datei)“.',
      'mediaType',
      'Dateitypen gelten nur für Anlagen',
      (f, _, typ) => f.text('mediaType') !== '' && typ !== 'file',
    ),
  ),
  field(
    '1109',
    'Schreiben Sie den Hinweistext in „Inhalt“.',
    'inhalt',
    'Das statische Feld zeigt nichts an',
    (f, art) => art === 'label' && f.text('inhalt') === '',
  ),
  field(
    '1100',
    'Entfernen Sie den Inhalt.',
    'inhalt',
    'Der Inhalt einer Anlage oder eines Objekts steht nicht im Schema',
    (f, _, typ) => attachment.has(typ) && f.text('inhalt') !== '',
  ),
];
