import { type PackageMisfit, packageMisfits } from '@serviceportal/form-engine';
import { type Change, Changes } from './change.js';
import { type DraftOutlook, draftOutlook } from './draft-losses.js';
import { elementChanges } from './element-changes.js';
import { fieldChanges } from './field-changes.js';
import { type ElementMatch, type ElementPair, matchElements } from './match-elements.js';
import { type PlacedElement, placeElements, withDescendants } from './placed-element.js';
import { ruleChanges } from './rule-changes.js';
import { schemaChanges } from './schema-changes.js';
import type { Side } from './side.js';
import { kindOf, named, quoted } from './wording.js';

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
  const changes = new Changes();
  for (const change of schemaChanges(old, now)) changes.add(change);
  for (const change of comings(match)) changes.add(change);
  for (const pair of match.pairs) {
    const places = [{ before: pair.before.path, after: pair.after.path }];
    for (const found of [...elementChanges(pair), ...fieldChanges(pair, old.form, now.form)]) changes.add({ ...found, places });
  }
  for (const change of newOrder(match, before, after)) changes.add(change);
  for (const change of ruleChanges(old, now, replacedIds(match))) changes.add(change);
  const fields = (elements: readonly PlacedElement[]): readonly string[] =>
    elements.filter(({ node }) => node.kind === 'field').map((element) => named(element));
  return {
    changes: changes.list(),
    draft: draftOutlook(match, old.form, now.form),
    arrives: { added: fields(match.added), removed: fields(match.removed) },
    ...(packageFiles !== undefined && { misfits: newMisfits(packageFiles, old, now) }),
  };
}

const replacedIds = ({ pairs }: ElementMatch): ReadonlyMap<string, string> =>
  new Map(pairs.filter(({ how }) => how === 'replaced').map(({ before, after }) => [before.id, after.id]));

function* comings({ removed, added }: ElementMatch): Generator<Change> {
  const tops = (elements: readonly PlacedElement[]): readonly PlacedElement[] =>
    elements.filter(({ parent }) => parent === null || !elements.includes(parent));
  const inside = (element: PlacedElement, among: readonly PlacedElement[]): string => {
    const fields = withDescendants(element.children).filter((one) => one.node.kind === 'field' && among.includes(one)).length;
    return fields === 0 ? '' : ` (mit ${fields} ${fields === 1 ? 'Feld' : 'Feldern'})`;
  };
  for (const element of tops(removed)) {
    const message = `${named(element)}${inside(element, removed)} entfällt; es war ${kindOf(element.node)}.`;
    yield { kind: 'removed', audience: 'citizen', message, places: [{ before: element.path }] };
  }
  for (const element of tops(added)) {
    const message = `${named(element)}${inside(element, added)} kommt hinzu: ${kindOf(element.node)}${element.node.min > 0 && element.node.kind !== 'note' ? ', Pflicht' : ''}.`;
    yield { kind: 'added', audience: 'citizen', message, places: [{ after: element.path }] };
  }
}

/** Groups whose remaining elements come in another order. */
function* newOrder({ pairs }: ElementMatch, before: readonly PlacedElement[], after: readonly PlacedElement[]): Generator<Change> {
  const partner = new Map(pairs.map((pair) => [pair.before, pair.after]));
  const differs = (olds: readonly PlacedElement[], nows: readonly PlacedElement[]): boolean => {
    const kept = olds.flatMap((old) => partner.get(old) ?? []).filter((now) => nows.includes(now));
    const inNew = nows.filter((now) => kept.includes(now));
    return kept.some((now, index) => now !== inNew[index]);
  };
  const change = (where: string, places: Change['places']): Change => ({
    kind: 'order',
    audience: 'citizen',
    message: `${where} kommen die Fragen in anderer Reihenfolge.`,
    places,
  });
  if (differs(before, after)) yield change('Auf der obersten Ebene', []);
  const changed = pairs.filter((pair: ElementPair) => differs(pair.before.children, pair.after.children));
  for (const pair of changed) yield change(`In ${quoted(pair.after.node.label)}`, [{ before: pair.before.path, after: pair.after.path }]);
}

function newMisfits(files: ReadonlyMap<string, string>, old: Side, now: Side): readonly PackageMisfit[] {
  const key = ({ file, path, message }: PackageMisfit): string => `${file} ${path} ${message}`;
  const known = new Set(packageMisfits(files, old.form).map(key));
  return packageMisfits(files, now.form).filter((misfit) => !known.has(key(misfit)));
}
