import { type FormDefinition, type Position, compileForm, resolveIdentifier } from '@serviceportal/form-engine';
import type { Change } from './change.js';
import type { DraftPlace } from './draft-losses.js';
import type { ElementMatch } from './match-elements.js';
import { named } from './wording.js';

/**
 * Elements that were asked before and that a new or changed rule may hide or restrict now: with some answers a draft loses what
 * was answered there.
 */
export function ruledAnew(changes: readonly Change[], { pairs }: ElementMatch, form: FormDefinition): readonly DraftPlace[] {
  const changed = new Set(changes.filter(({ kind, after }) => kind === 'rule' && after !== undefined).map(({ ruleId }) => ruleId));
  const { roots, byPath } = compileForm(form);
  const found = new Set<Position>();
  for (const { owner, statements } of form.rules.filter((rule) => changed.has(rule.id))) {
    for (const { effect, target } of statements) {
      if (target === undefined || !['forbid', 'activate', 'restrict'].includes(effect)) continue;
      const position = resolveIdentifier(target, byPath.get(owner) ?? null, roots);
      if (position !== null) found.add(position);
    }
  }
  const paths = new Set([...found].map(({ path }) => path));
  return pairs
    .filter(({ after }) => paths.has(after.path) && after.node.kind !== 'note')
    .map(({ after }) => ({ path: after.path, label: named(after) }));
}
