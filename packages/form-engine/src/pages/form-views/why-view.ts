import type { Position } from '../../form/form.js';
import type { Evaluation } from '../../rules/evaluation.js';
import type { WhyView } from '../views.js';
import { normsOf } from './page-norms.js';

/**
 * Why a question is asked just now: the rules that ask for it, with their norms and its own. Null where no rule does;
 * the norms of a whole page stand at its end.
 */
export function whyView(position: Position, indices: readonly number[], evaluation: Evaluation): WhyView | null {
  const reasons = evaluation.reasons(position, indices).filter((rule) => rule.text);
  if (reasons.length === 0) return null;
  const rules = reasons.map((rule) => (rule.text ?? '').trim());
  return { rules, legalBasis: normsOf([...position.node.legalBasis, ...reasons.flatMap((rule) => rule.legalBasis)]) };
}
