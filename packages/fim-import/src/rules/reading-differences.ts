import {
  type Condition,
  type ConditionReader,
  type Literal,
  type Position,
  type Statement,
  compileCondition,
  identifiersOf,
} from '@serviceportal/form-engine';

/** What an identifier names. */
export type Resolve = Parameters<typeof compileCondition>[1];

/** More cases than this are not tried. */
const mostCases = 20_000;
/** A value that no rule mentions. */
const another = '\u0000';

/** What two readings of the same rules say differently. `about: null`: which answers fit together. */
export interface ReadingDifference {
  readonly about: Position | null;
  /** Undefined: too many cases to try. */
  readonly example?: ReadonlyMap<Position, Literal>;
}

/** One reading of rules: statements, each with what its identifiers name. */
export type Reading = readonly { readonly statement: Statement; readonly resolve: Resolve }[];

/**
 * Where two readings decide differently, with the first answers for which they do. All combinations of the values that the rules
 * mention, another value, and no answer are tried; so it does not matter how a condition is written.
 */
export function readingDifferences(one: Reading, other: Reading): readonly ReadingDifference[] {
  const targets = new Set([...one, ...other].map(targetOf));
  return [...targets].flatMap((about) => {
    const sides = [one, other].map((reading) => new Side(about, reading));
    const cases = casesOf(sides.flatMap(({ reads }) => reads));
    if (cases === undefined) return [{ about }];
    const example = cases.find((answers) => new Set(sides.map((side) => side.decides(answers))).size > 1);
    return example === undefined ? [] : [{ about, example }];
  });
}

type Answers = ReadonlyMap<Position, Literal>;

const targetOf = ({ statement: { effect, target }, resolve }: Reading[number]): Position | null =>
  effect === 'valid' || target === undefined ? null : resolve(target);

/** What one reading says about one element. */
class Side {
  readonly reads: readonly (readonly [Position, Literal | undefined])[];
  readonly #conditions: readonly (readonly [Statement['effect'], (reader: ConditionReader) => boolean])[];

  constructor(about: Position | null, reading: Reading) {
    const own = reading.filter((read) => targetOf(read) === about);
    this.#conditions = own.map(({ statement: { effect, condition }, resolve }) => [effect, compileCondition(condition, resolve)] as const);
    this.reads = own.flatMap(({ statement: { condition }, resolve }) => [
      ...identifiersOf(condition).map((identifier) => [resolve(identifier), undefined] as const),
      ...comparedValues(condition).map(([identifier, value]) => [resolve(identifier), value] as const),
    ]);
  }

  /** `hidden`, `asked`, `required`; of validity `fits`, `broken`. */
  decides(answers: Answers): string {
    const reader: ConditionReader = {
      values: (position) => [answers.get(position)].filter((value) => value !== undefined),
      isEmpty: (position) => !answers.has(position),
      count: (position) => (answers.has(position) ? 1 : 0),
      land: undefined,
      today: undefined,
    };
    const of = (effect: Statement['effect']): readonly boolean[] =>
      this.#conditions.flatMap(([one, holds]) => (one === effect ? [holds(reader)] : []));
    const [required, activated] = [of('require').includes(true), of('activate')];
    if (of('valid').includes(false)) return 'broken';
    const forbidden = of('forbid').includes(true);
    // Rules that contradict each other show the question and do not demand it (docs/adr/0003).
    if (required) return forbidden ? 'asked' : 'required';
    if (activated.includes(true)) return 'asked';
    return forbidden || activated.length > 0 ? 'hidden' : 'asked';
  }
}

function comparedValues(condition: Condition): readonly (readonly [identifier: string, value: Literal])[] {
  if (typeof condition !== 'object') return [];
  if ('not' in condition) return comparedValues(condition.not);
  if ('and' in condition) return condition.and.flatMap(comparedValues);
  if ('or' in condition) return condition.or.flatMap(comparedValues);
  if ('xor' in condition) return condition.xor.flatMap(comparedValues);
  if (!('equal' in condition) && !('not_equal' in condition)) return [];
  const pair = 'equal' in condition ? condition.equal : condition.not_equal;
  const literals = pair.filter((side) => typeof side !== 'object');
  return identifiersOf(condition).flatMap((identifier) => literals.map((value) => [identifier, value] as const));
}

function casesOf(reads: Side['reads']): readonly Answers[] | undefined {
  const domains = new Map<Position, Set<Literal>>();
  for (const [position, value] of reads) {
    const yesNo = position.node.kind === 'field' && position.node.type === 'boolean';
    const domain = domains.get(position) ?? new Set<Literal>(yesNo ? [true, false] : [another]);
    if (value !== undefined) domain.add(value);
    domains.set(position, domain);
  }
  let cases: Answers[] = [new Map()];
  for (const [position, values] of domains) {
    cases = cases.flatMap((known) => [known, ...[...values].map((value) => new Map([...known, [position, value]]))]);
    if (cases.length > mostCases) return undefined;
  }
  return cases;
}

/** The answers of an example for people: `F1 „Art“ = 001, F2 unbeantwortet`. */
export function printExample(example: Answers): string {
  const parts = [...example].map(([{ node }, value]) => `${node.id} = ${value === another ? '…' : String(value)}`);
  return parts.join(', ');
}
