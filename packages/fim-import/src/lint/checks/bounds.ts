import type { Check } from '../check.js';
import type { LintElement } from '../lint-element.js';
import { type ValueType, valueTypes } from '../typed-value.js';
import { isText } from './fields.js';
import { short } from './texts.js';

const typeOf = (field: LintElement): ValueType | undefined => {
  const datentyp = field.code('datentyp');
  return Object.hasOwn(valueTypes, datentyp) ? valueTypes[datentyp] : undefined;
};

/** What is compared: a bound or the content, in the type of the field. */
const valueOf = (field: LintElement, text: string | undefined): number | undefined =>
  text === undefined || text === '' ? undefined : typeOf(field)?.parse(text);

const lengthOf = (text: string | undefined): number | undefined => (text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined);

const atBounds = (code: string, fix: string, problem: (field: LintElement) => string | undefined, at = 'praezisierung'): Check => ({
  code,
  of: ['datenfeld'],
  fix,
  find(element, report) {
    const message = problem(element);
    if (message !== undefined) report(message, element.child(at));
  },
});

/** One check for each kind of value and place where it may stand; several types share a code. */
const ofRightType = (which: 0 | 1 | 2): readonly Check[] => {
  const codes = new Set(Object.values(valueTypes).map((type) => type.codes[which]));
  const [name, read, at] = (
    [
      ['Die untere Wertgrenze', (field: LintElement) => field.praezisierung.minValue ?? '', 'praezisierung'],
      ['Die obere Wertgrenze', (field: LintElement) => field.praezisierung.maxValue ?? '', 'praezisierung'],
      ['Der Inhalt', (field: LintElement) => field.text('inhalt'), 'inhalt'],
    ] as const
  )[which];
  return [...codes].map((code) => {
    const expected = Object.values(valueTypes).find((type) => type.codes[which] === code)?.name ?? '';
    return atBounds(
      code,
      `${name} muss ${expected} sein: Punkt statt Komma, Datum als 2026-12-24, Uhrzeit als 08:00:00.`,
      (field) => {
        const type = typeOf(field);
        const text = read(field);
        if (type?.codes[which] !== code || text === '' || type.parse(text) !== undefined) return undefined;
        return `${name} „${short(text)}“ ist nicht ${type.name}.`.replace('nicht ein', 'kein');
      },
      at,
    );
  });
};

export const boundChecks: readonly Check[] = [
  atBounds('1059', 'Geben Sie eine ganze Zahl ab 0 an.', (field) => {
    const { minLength } = field.praezisierung;
    return isText(field) && minLength !== undefined && lengthOf(minLength) === undefined ? `„${minLength}“ ist keine Länge.` : undefined;
  }),
  atBounds('1060', 'Geben Sie eine ganze Zahl ab 1 an.', (field) => {
    const { maxLength } = field.praezisierung;
    return isText(field) && maxLength !== undefined && !lengthOf(maxLength) ? `„${maxLength}“ ist keine größte Länge.` : undefined;
  }),
  atBounds('1061', 'Vertauschen oder ändern Sie die Längen.', (field) => {
    const { minLength, maxLength } = field.praezisierung;
    const wrong = isText(field) && (lengthOf(minLength) ?? 0) > (lengthOf(maxLength) ?? Infinity);
    return wrong ? `Mindestens ${minLength} und höchstens ${maxLength} Zeichen ist unmöglich.` : undefined;
  }),
  atBounds('1064', 'Vertauschen oder ändern Sie die Grenzen.', (field) => {
    const { minValue, maxValue } = field.praezisierung;
    const wrong = (valueOf(field, minValue) ?? -Infinity) > (valueOf(field, maxValue) ?? Infinity);
    return wrong ? `Von ${minValue} bis ${maxValue} liegt kein Wert.` : undefined;
  }),
  ...ofRightType(0),
  ...ofRightType(1),
  ...ofRightType(2),
  compared(
    '1072',
    ({ minValue }) => minValue,
    (content, bound) => content < bound,
    'kleiner als die untere Wertgrenze',
  ),
  compared(
    '1073',
    ({ maxValue }) => maxValue,
    (content, bound) => content > bound,
    'größer als die obere Wertgrenze',
  ),
  measured(
    '1074',
    ({ minLength }) => minLength,
    (length, bound) => length < bound,
    'kürzer als die minimale Feldlänge',
  ),
  measured(
    '1075',
    ({ maxLength }) => maxLength,
    (length, bound) => length > bound,
    'länger als die maximale Feldlänge',
  ),
  atBounds(
    '1077',
    'Schreiben Sie true oder false.',
    (field) => {
      const text = field.text('inhalt');
      return field.code('datentyp') === 'bool' && text !== '' && text !== 'true' && text !== 'false'
        ? `„${short(text)}“ ist weder true noch false.`
        : undefined;
    },
    'inhalt',
  ),
];

type Bounds = LintElement['praezisierung'];
type Compare = (value: number, bound: number) => boolean;

function compared(code: string, boundOf: (bounds: Bounds) => string | undefined, wrong: Compare, how: string): Check {
  const problem = (field: LintElement): string | undefined => {
    const [text, bound] = [field.text('inhalt'), boundOf(field.praezisierung)];
    const [content, limit] = [valueOf(field, text), valueOf(field, bound)];
    return content !== undefined && limit !== undefined && wrong(content, limit) ? `Der Inhalt „${text}“ ist ${how} ${bound}.` : undefined;
  };
  return atBounds(code, 'Ändern Sie den Inhalt oder die Grenze.', problem, 'inhalt');
}

function measured(code: string, boundOf: (bounds: Bounds) => string | undefined, wrong: Compare, how: string): Check {
  const problem = (field: LintElement): string | undefined => {
    const [text, bound] = [field.text('inhalt'), boundOf(field.praezisierung)];
    const limit = lengthOf(bound);
    // Characters, not UTF-16 units: as XPath counts.
    const length = [...text].length;
    return isText(field) && text !== '' && limit !== undefined && wrong(length, limit)
      ? `Der Inhalt ist mit ${length} Zeichen ${how} ${bound}.`
      : undefined;
  };
  return atBounds(code, 'Ändern Sie den Inhalt oder die Feldlänge.', problem, 'inhalt');
}
