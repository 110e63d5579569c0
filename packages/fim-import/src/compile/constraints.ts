import type { Constraints, FieldType } from '@serviceportal/form-engine';
import { type Message, say } from '../language.js';
import type { Datenfeld } from '../xdatenfelder/datenfeld.js';
import { isoDate, plainNumber } from './literals.js';
import type { PatternVetting } from './pattern-vetting.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What is wrong with a bound: it is left out and reported. */
export interface ConstraintProblem {
  readonly kind: 'constraint' | 'pattern';
  readonly message: string;
  readonly source: string;
}

export interface CompiledConstraints {
  readonly constraints: Constraints;
  readonly problems: readonly ConstraintProblem[];
}

/** Bounds of a field. What does not fit its type or contradicts itself is left out. */
export function compileConstraints(field: Datenfeld, type: FieldType, patterns: PatternVetting): CompiledConstraints {
  const constraints: Writable<Constraints> = {};
  const problems: ConstraintProblem[] = [];
  const { minLength, maxLength, minValue, maxValue, pattern, unverstanden } = field.praezisierung;
  const problem = (message: string, source: string) => problems.push({ kind: 'constraint', message, source });
  if (unverstanden !== undefined)
    problem(
      say({
        de: 'Die Präzisierung ist nicht lesbar; sie wird nicht geprüft.',
        en: 'The bounds (praezisierung) are not readable; they are not checked.',
      }),
      unverstanden,
    );

  if (type === 'text') {
    Object.assign(constraints, range(['minLength', minLength], ['maxLength', maxLength], length, problem));
    if (constraints.minLength === 0) delete constraints.minLength;
  }
  if (type === 'integer' || type === 'number' || type === 'currency') {
    Object.assign(constraints, range(['minimum', minValue], ['maximum', maxValue], decimal, problem));
  }
  if (type === 'date') {
    Object.assign(constraints, range(['earliest', minValue], ['latest', maxValue], isoDate, problem));
  }
  if (pattern !== undefined && type === 'text') {
    const vetted = patterns.vet(pattern);
    if ('pattern' in vetted) constraints.pattern = vetted.pattern;
    else problems.push({ kind: 'pattern', message: say(unusable(vetted.problem)), source: pattern });
  }
  if (type === 'file') addFileBounds(field, constraints, problem);
  return { constraints, problems };
}

const unusable = ({ de, en }: Message): Message => ({
  de: `Das Muster ${de}; es wird nicht geprüft.`,
  en: `The pattern ${en}; it is not checked.`,
});

type Named = readonly [name: keyof Constraints, text: string | undefined];
type Report = (message: string, source: string) => void;

function range<T extends number | string>(low: Named, high: Named, parse: (text: string) => T | undefined, report: Report) {
  const read = ([name, text]: Named): T | undefined => {
    if (text === undefined) return undefined;
    const value = parse(text);
    if (value === undefined)
      report(
        say({
          de: `Die Grenze ${name} ist nicht lesbar; sie wird nicht geprüft.`,
          en: `The bound ${name} is not readable; it is not checked.`,
        }),
        text,
      );
    return value;
  };
  const [from, to] = [read(low), read(high)];
  if (from !== undefined && to !== undefined && from > to) {
    report(
      say({
        de: 'Die untere Grenze liegt über der oberen; beide werden nicht geprüft.',
        en: 'The lower bound is above the upper one; neither is checked.',
      }),
      `${from}..${to}`,
    );
    return {};
  }
  return { ...(from !== undefined && { [low[0]]: from }), ...(to !== undefined && { [high[0]]: to }) };
}

const length = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

/** Decimal point or decimal comma, no thousands separators. */
const decimal = (text: string): number | undefined => (/^[+-]?\d{1,15}([.,]\d{1,10})?$/.test(text) ? plainNumber(text) : undefined);

function addFileBounds(field: Datenfeld, constraints: Writable<Constraints>, report: Report): void {
  const size = field.maxSize === undefined ? undefined : length(field.maxSize);
  if (size !== undefined && size > 0) constraints.maxSize = size;
  else if (field.maxSize !== undefined)
    report(
      say({
        de: 'Die Höchstgröße (maxSize) ist nicht lesbar; sie wird nicht geprüft.',
        en: 'The greatest size (maxSize) is not readable; it is not checked.',
      }),
      field.maxSize,
    );
  const usable = field.mediaTypes.filter((type) => /^[\w.+-]+\/[\w.+-]+$/.test(type));
  for (const type of field.mediaTypes)
    if (!usable.includes(type))
      report(
        say({
          de: 'Ein Dateityp (mediaType) ist nicht lesbar; er wird nicht zugelassen.',
          en: 'A file type (mediaType) is not readable; it is not permitted.',
        }),
        type,
      );
  if (usable.length > 0) constraints.mediaTypes = usable.map((type) => type.toLowerCase());
}
