import type { Value } from '../answers/answers.js';
import type { Position } from '../form/form.js';

/** How a condition sees the answers while a rule is evaluated for one instance. */
export interface ConditionReader {
  /** All values at a position: those of the same entry where the rule stands in one, else of every entry. */
  values(position: Position): readonly Value[];
  isEmpty(position: Position): boolean;
  count(position: Position): number;
  readonly land: string | undefined;
  /** ISO date. */
  readonly today: string | undefined;
}

/** What an identifier names; throws where it names nothing, so that a broken rule never runs. */
export type Resolve = (identifier: string) => Position;
