import type { Form, Position } from './form.js';

/** Must a question be answered? `depends`: on other answers, or on whether its group is filled in at all. */
export type Duty = 'required' | 'optional' | 'depends';

/** What can be said of a question before anybody has answered. */
export function dutyOf(form: Form, position: Position): Duty {
  const effects = (at: Position): readonly string[] => (form.rules.byTarget[at.index] ?? []).map(({ effect }) => effect);
  if (position.node.min === 0) return effects(position).includes('require') ? 'depends' : 'optional';
  for (let at: Position | null = position; at; at = at.parent) {
    const alwaysThere =
      at.node.min > 0 && !effects(at).some((effect) => effect === 'forbid' || effect === 'activate' || effect === 'require');
    if (!alwaysThere || isChoice(at.parent)) return 'depends';
  }
  return 'required';
}

const isChoice = (group: Position | null): boolean => group?.node.kind === 'group' && group.node.choice === true;
