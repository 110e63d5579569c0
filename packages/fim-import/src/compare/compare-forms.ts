import { type PackageMisfit, packageMisfits } from '@serviceportal/form-engine';
import { type Change, Changes } from './change.js';
import { comings } from './comings.js';
import { type DraftOutlook, draftOutlook } from './draft-losses.js';
import { elementChanges } from './element-changes.js';
import { fieldChanges } from './field-changes.js';
import { type ElementMatch, matchElements } from './match-elements.js';
import { newOrder } from './new-order.js';
import { type PlacedElement, placeElements } from './placed-element.js';
import { ruleChanges } from './rule-changes.js';
import { ruledAnew } from './ruled-anew.js';
import { schemaChanges } from './schema-changes.js';
import type { Side } from './side.js';
import { named } from './wording.js';

/** All that differs between two schemas or packages. */
export interface Comparison {
  readonly changes: readonly Change[];
  readonly draft: DraftOutlook;
  /** Labels of fields that arrive in addition, and no longer, at the desk and in the specialist system. */
  readonly arrives: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** Entries of the package that fit the old schema and not the new one. */
  readonly misfits?: readonly PackageMisfit[];
}

/**
 * Compares two schemas or packages, however they were read.
 * @param packageFiles the YAML files of a package whose entries are tried on the new schema
 */
export function compareForms(old: Side, now: Side, packageFiles?: ReadonlyMap<string, string>): Comparison {
  const [before, after] = [placeElements(old.form), placeElements(now.form)];
  const match = matchElements(before, after);
  const rules = ruleChanges(old, now, replacedIds(match));
  const changes = new Changes();
  for (const change of [...schemaChanges(old, now), ...comings(match)]) changes.add(change);
  for (const pair of match.pairs) {
    const places = [{ before: pair.before.path, after: pair.after.path }];
    for (const found of [...elementChanges(pair), ...fieldChanges(pair, old.form, now.form)]) changes.add({ ...found, places });
  }
  for (const change of [...newOrder(match, before, after), ...rules]) changes.add(change);
  const fields = (elements: readonly PlacedElement[]): readonly string[] =>
    elements.filter(({ node }) => node.kind === 'field').map((element) => named(element));
  return {
    changes: changes.list(),
    draft: { ...draftOutlook(match, old.form, now.form), ruledAnew: ruledAnew(rules, match, now.form) },
    arrives: { added: fields(match.added), removed: fields(match.removed) },
    ...(packageFiles !== undefined && { misfits: newMisfits(packageFiles, old, now) }),
  };
}

/** Is there anything to tell? */
export const differ = ({ changes, misfits = [] }: Comparison): boolean => changes.length + misfits.length > 0;

const replacedIds = ({ pairs }: ElementMatch): ReadonlyMap<string, string> =>
  new Map(pairs.filter(({ how }) => how === 'replaced').map(({ before, after }) => [before.id, after.id]));

function newMisfits(files: ReadonlyMap<string, string>, old: Side, now: Side): readonly PackageMisfit[] {
  const key = ({ file, path, message }: PackageMisfit): string => `${file} ${path} ${message}`;
  const known = new Set(packageMisfits(files, old.form).map(key));
  return packageMisfits(files, now.form).filter((misfit) => !known.has(key(misfit)));
}
