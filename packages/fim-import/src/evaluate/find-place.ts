import type { Form, Position } from '@serviceportal/form-engine';
import { say } from '../language.js';
import { isOneSlipAway } from '../rules/alike.js';
import { FimInputError } from '../xml/fim-input-error.js';

/** More places than this are not listed in a message. */
const mostListed = 8;

/** A place in a form, and which entry of each repeated group around it; the first where nothing was said. */
export interface Place {
  readonly position: Position;
  readonly indices: readonly number[];
}

/**
 * The place that a person names: by its path (`G1/F2`, with entries `G1[1]/F2`), by the end of a path, or by an id, where that fits
 * only one.
 * @param file names the schema in errors
 * @throws FimInputError `fim-path-unknown`, `fim-path-ambiguous`
 */
export function findPlace(form: Form, named: string, file: string): Place {
  const steps = named.split('/').filter((part) => part !== '');
  const path = steps.map((part) => part.replace(/\[\d+\]$/, '').toUpperCase()).join('/');
  const exact = form.byPath.get(path);
  const fitting = exact === undefined ? form.positions.filter((position) => position.path.endsWith(`/${path}`)) : [exact];
  const [position, second] = path === '' ? [] : fitting;
  if (position === undefined) throw unknown(form, named, path, file);
  if (second !== undefined) throw ambiguous(named, fitting, file);
  return { position, indices: entriesNamed(position, steps) };
}

/** The steps are those of the end of the path. */
function entriesNamed(position: Position, steps: readonly string[]): readonly number[] {
  const indices: number[] = [];
  let at: Position | null = position;
  for (let step = steps.length - 1; at !== null; at = at.parent, step--) {
    if (at.repeated) indices.unshift(Number(/\[(\d{1,6})\]$/.exec(steps[step] ?? '')?.[1] ?? 0));
  }
  return indices;
}

function ambiguous(named: string, fitting: readonly Position[], file: string): FimInputError {
  const reason = say({
    de: `${named} gibt es an ${fitting.length} Stellen. Nennen Sie eine davon:`,
    en: `${named} is at ${fitting.length} places. Name one of them:`,
  });
  return new FimInputError('fim-path-ambiguous', file, `${reason}${listed(fitting)}`);
}

function unknown(form: Form, named: string, path: string, file: string): FimInputError {
  const near = placesNear(form, path);
  const [missing, meant] =
    near.length === 0
      ? ['', say({ de: 'Pfade zeigt fim evaluate; sie sehen aus wie G1/F2.', en: 'fim evaluate shows paths; they look like G1/F2.' })]
      : [listed(near), say({ de: 'Meinten Sie:', en: 'Did you mean:' })];
  const reason = say({ de: `${named} gibt es nicht.`, en: `There is no ${named}.` });
  return new FimInputError('fim-path-unknown', file, `${reason} ${meant}${missing}`);
}

/** The right id in other places, else ids that are one slip away. */
function placesNear({ positions }: Form, path: string): readonly Position[] {
  const last = path.split('/').at(-1) ?? '';
  const same = positions.filter(({ node }) => node.id === last);
  return same.length > 0 ? same : positions.filter(({ node }) => isOneSlipAway(node.id, last));
}

function listed(positions: readonly Position[]): string {
  const lines = positions
    .slice(0, mostListed)
    .map(({ path, node }) => `\n  ${path}  ${say({ de: `„${node.label}“`, en: `“${node.label}”` })}`);
  const rest = positions.length - lines.length;
  return lines.join('') + (rest > 0 ? `\n  ${say({ de: `und ${rest} weitere`, en: `and ${rest} more` })}` : '');
}
