import type { Message } from '../../language.js';
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
  fix: Message,
  at: string,
  message: Message,
  wrong: (field: LintElement, feldart: string, datentyp: string) => boolean,
): Check => ({
  code,
  of: ['datenfeld'],
  fix,
  find(element, report) {
    const [feldart, datentyp] = [element.code('feldart'), element.code('datentyp')];
    if (!wrong(element, feldart, datentyp)) return;
    const kind = `(Feldart ${feldart || '–'}, Datentyp ${datentyp || '–'}).`;
    report({ de: `${message.de} ${kind}`, en: `${message.en} ${kind}` }, element.child(at));
  },
});

const v3 = (check: Check): Check => ({ ...check, only: '3.0.0' });

export const fieldChecks: readonly Check[] = [
  field(
    '1011',
    { de: 'Setzen Sie den Datentyp auf „Text“.', en: 'Set the Datentyp to “Text”.' },
    'datentyp',
    { de: 'Ein Auswahlfeld hat nicht den Datentyp Text', en: 'A selection has not the Datentyp Text' },
    (_, art, typ) => art === 'select' && typ !== '' && typ !== 'text',
  ),
  field(
    '1108',
    { de: 'Setzen Sie den Datentyp auf „Text“.', en: 'Set the Datentyp to “Text”.' },
    'datentyp',
    { de: 'Ein Auswahlfeld hat nicht den Datentyp Text', en: 'A selection has not the Datentyp Text' },
    (_, art, typ) => art === 'select' && typ !== '' && typ !== 'text',
  ),
  field(
    '1089',
    { de: 'Wählen Sie einen Datentyp, den man eingeben kann.', en: 'Choose a Datentyp that can be entered.' },
    'datentyp',
    { de: 'In ein statisches Objekt kann niemand etwas eingeben', en: 'Nobody can enter anything into a static object' },
    (_, art, typ) => art === 'input' && typ === 'obj',
  ),
  field(
    '1090',
    { de: 'Setzen Sie den Datentyp auf „Text“ oder „Statisches Objekt“.', en: 'Set the Datentyp to “Text” or “Statisches Objekt”.' },
    'datentyp',
    { de: 'Ein statisches Feld hat einen Datentyp zum Eingeben', en: 'A static field has a Datentyp for input' },
    (_, art, typ) => art === 'label' && typ !== '' && typ !== 'obj' && !text.has(typ),
  ),
  field(
    '1012',
    { de: 'Entfernen Sie die Feldlänge.', en: 'Remove the length.' },
    'praezisierung',
    { de: 'Hier wird nichts getippt; die Feldlänge ist sinnlos', en: 'Nothing is typed here; a length makes no sense' },
    (f, art) => (art === 'select' || art === 'label') && isText(f) && hasLength(f),
  ),
  field(
    '1015',
    { de: 'Entfernen Sie die Feldlänge.', en: 'Remove the length.' },
    'praezisierung',
    { de: 'Eine Feldlänge gibt es nur für Texte', en: 'Only texts have a length' },
    (f, _, typ) => typ !== '' && !isText(f) && hasLength(f),
  ),
  field(
    '1016',
    { de: 'Entfernen Sie den Wertebereich.', en: 'Remove the bounds.' },
    'praezisierung',
    { de: 'Ein Wertebereich gilt nur für Zahlen und Zeiten', en: 'Bounds are for numbers and times only' },
    (f, _, typ) => typ !== '' && !ranged.has(typ) && hasRange(f),
  ),
  field(
    '1102',
    { de: 'Geben Sie minimale und maximale Feldlänge an, wenn es sie gibt.', en: 'Give minimum and maximum length, if there are any.' },
    'praezisierung',
    { de: 'Minimale und maximale Feldlänge sind nicht beide angegeben', en: 'Minimum and maximum length are not both given' },
    (f, art) => art === 'input' && isText(f) && (f.praezisierung.minLength === undefined || f.praezisierung.maxLength === undefined),
  ),
  field(
    '1103',
    { de: 'Geben Sie an, welche Werte möglich sind.', en: 'Give the values that are possible.' },
    'praezisierung',
    { de: 'Es ist kein Wertebereich angegeben', en: 'No bounds are given' },
    (f, _, typ) => ranged.has(typ) && typ !== 'time' && typ !== 'datetime' && !hasRange(f),
  ),
  field(
    '1120',
    { de: 'Entfernen Sie das Muster.', en: 'Remove the pattern.' },
    'praezisierung',
    { de: 'Ein Muster gilt nicht für Dateien und Objekte', en: 'A pattern is not for files and objects' },
    (f, _, typ) => attachment.has(typ) && f.praezisierung.pattern !== undefined,
  ),
  v3(
    field(
      '1056',
      {
        de: 'Entfernen Sie die Dateigröße, oder wählen Sie den Datentyp „Anlage (Datei)“.',
        en: 'Remove the file size, or choose the Datentyp “Anlage (Datei)”.',
      },
      'maxSize',
      { de: 'Eine Dateigröße gilt nur für Anlagen', en: 'A file size is for attachments only' },
      (f, _, typ) => f.text('maxSize') !== '' && typ !== 'file',
    ),
  ),
  v3(
    field(
      '1057',
      {
        de: 'Entfernen Sie die Dateitypen, oder wählen Sie den Datentyp „Anlage (Datei)“.',
        en: 'Remove the file types, or choose the Datentyp “Anlage (Datei)”.',
      },
      'mediaType',
      { de: 'Dateitypen gelten nur für Anlagen', en: 'File types are for attachments only' },
      (f, _, typ) => f.text('mediaType') !== '' && typ !== 'file',
    ),
  ),
  field(
    '1109',
    { de: 'Schreiben Sie den Hinweistext in „Inhalt“.', en: 'Write the text into “Inhalt”.' },
    'inhalt',
    { de: 'Das statische Feld zeigt nichts an', en: 'The static field shows nothing' },
    (f, art) => art === 'label' && f.text('inhalt') === '',
  ),
  field(
    '1100',
    { de: 'Entfernen Sie den Inhalt.', en: 'Remove the content.' },
    'inhalt',
    {
      de: 'Der Inhalt einer Anlage oder eines Objekts steht nicht im Schema',
      en: 'The content of an attachment or object does not stand in the schema',
    },
    (f, _, typ) => attachment.has(typ) && f.text('inhalt') !== '',
  ),
];
