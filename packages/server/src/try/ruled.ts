import type { Effect, Form, Position } from '@serviceportal/form-engine';
import { resolveIdentifier } from '@serviceportal/form-engine';

/** Positions that a rule of the given effects names, with all that is below them. Read from the rules' data, not evaluated. */
export function ruledBy(form: Form, effects: readonly Effect[]): ReadonlySet<Position> {
  const ruled = new Set<Position>();
  for (const { owner, statements } of form.definition.rules) {
    const at = owner === '' ? null : (form.byPath.get(owner) ?? null);
    for (const { effect, target } of statements) {
      const position = effects.includes(effect) ? resolveIdentifier(target ?? 'self', at, form.roots) : null;
      if (position) withAllBelow(position, ruled);
    }
  }
  return ruled;
}

function withAllBelow(position: Position, found: Set<Position>): void {
  found.add(position);
  for (const child of position.children) withAllBelow(child, found);
}

/** Rules of these effects decide whether a question is asked. */
export const askingEffects: readonly Effect[] = ['require', 'forbid', 'activate'];
