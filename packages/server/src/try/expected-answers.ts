import type { FieldNode, Form } from '@serviceportal/form-engine';
import type { TypedAnswers } from './typed-answers.js';
import { withoutIndex } from './typed-answers.js';
import type { ExpectedValue } from './values/expected-value.js';
import { expectedValue } from './values/expected-value.js';
import type { SampleFile } from './values/sample-files.js';

/** One answer and the place at which it must arrive. */
export interface ExpectedAnswer {
  /** `G1V1.0/0/F2V1.1`: keys and indices of the JSON. */
  readonly place: string;
  readonly name: string;
  readonly page: string;
  readonly label: string;
  /** Ids from the root, without entries. */
  readonly path: string;
  /** One of these; undefined: nothing. */
  readonly values: readonly (ExpectedValue | undefined)[];
  readonly file: SampleFile | null;
}

/** The answers as they must arrive, by path and entry. */
export function expectedAnswers(form: Form, typed: TypedAnswers): ExpectedAnswer[] {
  const filled = new Map<string, number>();
  return [...typed.byName].flatMap(([name, { page, label, candidates }]): ExpectedAnswer[] => {
    const path = pathOf(name);
    const node = form.byPath.get(path)?.node;
    if (node?.kind !== 'field') return [];
    const values = candidates.map((candidate) => expectedValue(node, candidate));
    const last = candidates[0];
    const file = typeof last === 'object' ? last : null;
    const common = { name, page, label, path, values, file };
    if (node.max === 1) return [{ ...common, place: placeOf(form, name) }];
    // Of a list of answers the empty ones do not arrive, the others move up.
    const list = withoutIndex(name);
    const index = filled.get(list) ?? 0;
    if (values[0] === undefined) return [];
    filled.set(list, index + 1);
    return [{ ...common, place: `${placeOf(form, list)}/${index}` }];
  });
}

export const pathOf = (name: string): string => name.replace(/\[\d+\]/g, '');

/** `G1[0]/F2` → `G1V1.0/0/F2V1.1`. */
function placeOf(form: Form, name: string): string {
  const steps = name.split('/');
  const keys = steps.map((step, depth) => {
    const [id = '', index] = step.split(/[[\]]/);
    const version = form.byPath.get(pathOf(steps.slice(0, depth + 1).join('/')))?.node.version;
    const key = version === undefined ? id : `${id}V${version}`;
    return index === undefined ? key : `${key}/${index}`;
  });
  return keys.join('/');
}

/** Fields that nobody types into: they carry what the schema says. By path without versions and entries. */
export const isFixed = (node: FieldNode): boolean => node.hidden === true || node.locked === true;
