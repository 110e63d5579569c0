import type { Message } from '../../language.js';
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

const atBounds = (code: string, fix: Message, problem: (field: LintElement) => Message | undefined, at = 'praezisierung'): Check => ({
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
      [{ de: 'Die untere Wertgrenze', en: 'The lower bound' }, (field: LintElement) => field.praezisierung.minValue ?? '', 'praezisierung'],
      [{ de: 'Die obere Wertgrenze', en: 'The upper bound' }, (field: LintElement) => field.praezisierung.maxValue ?? '', 'praezisierung'],
      [{ de: 'Der Inhalt', en: 'The content' }, (field: LintElement) => field.text('inhalt'), 'inhalt'],
    ] as const
  )[which];
  return [...codes].map((code) => {
    const expected = Object.values(valueTypes).find((type) => type.codes[which] === code)?.name;
    return atBounds(
      code,
      {
        de: `${name.de} muss ${expected?.de ?? ''} sein: Punkt statt Komma, Datum als 2026-12-24, Uhrzeit als 08:00:00.`,
        en: `${name.en} must be ${expected?.en ?? ''}: point for the decimal comma, a date as 2026-12-24, a time as 08:00:00.`,
      },
      (field) => {
        const type = typeOf(field);
        const text = read(field);
        if (type?.codes[which] !== code || text === '' || type.parse(text) !== undefined) return undefined;
        const found = short(text);
        return {
          de: `${name.de} „${found}“ ist ${type.name.de.replace(/^ein/, 'kein')}.`,
          en: `${name.en} “${found}” is not ${type.name.en}.`,
        };
      },
      at,
    );
  });
};

export const boundChecks: readonly Check[] = [
  atBounds('1059', { de: 'Geben Sie eine ganze Zahl ab 0 an.', en: 'Give a whole number from 0 on.' }, (field) => {
    const { minLength } = field.praezisierung;
    return isText(field) && minLength !== undefined && lengthOf(minLength) === undefined
      ? { de: `„${minLength}“ ist keine Länge.`, en: `“${minLength}” is no length.` }
      : undefined;
  }),
  atBounds('1060', { de: 'Geben Sie eine ganze Zahl ab 1 an.', en: 'Give a whole number from 1 on.' }, (field) => {
    const { maxLength } = field.praezisierung;
    return isText(field) && maxLength !== undefined && !lengthOf(maxLength)
      ? { de: `„${maxLength}“ ist keine größte Länge.`, en: `“${maxLength}” is no maximum length.` }
      : undefined;
  }),
  atBounds('1061', { de: 'Vertauschen oder ändern Sie die Längen.', en: 'Swap or change the lengths.' }, (field) => {
    const { minLength, maxLength } = field.praezisierung;
    const wrong = isText(field) && (lengthOf(minLength) ?? 0) > (lengthOf(maxLength) ?? Infinity);
    return wrong
      ? {
          de: `Mindestens ${minLength} und höchstens ${maxLength} Zeichen ist unmöglich.`,
          en: `At least ${minLength} and at most ${maxLength} characters is impossible.`,
        }
      : undefined;
  }),
  atBounds('1064', { de: 'Vertauschen oder ändern Sie die Grenzen.', en: 'Swap or change the bounds.' }, (field) => {
    const { minValue, maxValue } = field.praezisierung;
    const wrong = (valueOf(field, minValue) ?? -Infinity) > (valueOf(field, maxValue) ?? Infinity);
    return wrong
      ? { de: `Von ${minValue} bis ${maxValue} liegt kein Wert.`, en: `There is no value from ${minValue} to ${maxValue}.` }
      : undefined;
  }),
  ...ofRightType(0),
  ...ofRightType(1),
  ...ofRightType(2),
  compared(
    '1072',
    ({ minValue }) => minValue,
    (content, bound) => content < bound,
    { de: 'kleiner als die untere Wertgrenze', en: 'less than the lower bound' },
  ),
  compared(
    '1073',
    ({ maxValue }) => maxValue,
    (content, bound) => content > bound,
    { de: 'größer als die obere Wertgrenze', en: 'greater than the upper bound' },
  ),
  measured(
    '1074',
    ({ minLength }) => minLength,
    (length, bound) => length < bound,
    { de: 'kürzer als die minimale Feldlänge', en: 'less than the minimum length' },
  ),
  measured(
    '1075',
    ({ maxLength }) => maxLength,
    (length, bound) => length > bound,
    { de: 'länger als die maximale Feldlänge', en: 'more than the maximum length' },
  ),
  atBounds(
    '1077',
    { de: 'Schreiben Sie true oder false.', en: 'Write true or false.' },
    (field) => {
      const text = field.text('inhalt');
      return field.code('datentyp') === 'bool' && text !== '' && text !== 'true' && text !== 'false'
        ? { de: `„${short(text)}“ ist weder true noch false.`, en: `“${short(text)}” is neither true nor false.` }
        : undefined;
    },
    'inhalt',
  ),
];

type Bounds = LintElement['praezisierung'];
type Compare = (value: number, bound: number) => boolean;

function compared(code: string, boundOf: (bounds: Bounds) => string | undefined, wrong: Compare, how: Message): Check {
  const problem = (field: LintElement): Message | undefined => {
    const [text, bound] = [field.text('inhalt'), boundOf(field.praezisierung)];
    const [content, limit] = [valueOf(field, text), valueOf(field, bound)];
    if (content === undefined || limit === undefined || !wrong(content, limit)) return undefined;
    return { de: `Der Inhalt „${text}“ ist ${how.de} ${bound}.`, en: `The content “${text}” is ${how.en} ${bound}.` };
  };
  return atBounds(code, { de: 'Ändern Sie den Inhalt oder die Grenze.', en: 'Change the content or the bound.' }, problem, 'inhalt');
}

function measured(code: string, boundOf: (bounds: Bounds) => string | undefined, wrong: Compare, how: Message): Check {
  const problem = (field: LintElement): Message | undefined => {
    const [text, bound] = [field.text('inhalt'), boundOf(field.praezisierung)];
    const limit = lengthOf(bound);
    // Characters, not UTF-16 units: as XPath counts.
    const length = [...text].length;
    if (!isText(field) || text === '' || limit === undefined || !wrong(length, limit)) return undefined;
    return {
      de: `Der Inhalt ist mit ${length} Zeichen ${how.de} ${bound}.`,
      en: `The content has ${length} characters, ${how.en} ${bound}.`,
    };
  };
  return atBounds(code, { de: 'Ändern Sie den Inhalt oder die Feldlänge.', en: 'Change the content or the length.' }, problem, 'inhalt');
}
