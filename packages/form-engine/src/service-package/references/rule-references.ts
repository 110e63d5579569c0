import type { Condition, Operand, Rule } from '../../rules/ast.js';
import { identifiersOf } from '../../rules/identifiers-of.js';
import { resolveIdentifier } from '../../rules/resolve.js';
import type { Position } from '../../form/form.js';
import type { FeeTable } from '../../decision/fee.js';
import type { PackageProblem } from '../package-error.js';

const file = 'rules.yaml';

const problem = (path: string, message: string, english: string): PackageProblem => ({
  code: 'package-reference',
  file,
  path,
  message,
  english,
});

function unresolved(condition: Condition | Operand, owner: Position | null, roots: readonly Position[], path: string): PackageProblem[] {
  return identifiersOf(condition)
    .filter((identifier) => !resolveIdentifier(identifier, owner, roots))
    .map((identifier) =>
      problem(
        path,
        `„${identifier}“ gibt es dort nicht oder mehr als einmal. Nennen Sie den vollen Weg: self.G….F….`,
        `“${identifier}” is not there, or more than once. Name the full way: self.G….F….`,
      ),
    );
}

/** What the rules of `rules.yaml` name and the form does not have. */
export function ruleProblems(rules: readonly Rule[], positions: readonly Position[]): PackageProblem[] {
  const roots = positions.filter(({ parent }) => parent === null);
  return rules.flatMap((rule): PackageProblem[] => {
    const owner = positions.find(({ path }) => path === rule.owner) ?? null;
    if (rule.owner !== '' && !owner)
      return [
        problem(
          rule.id,
          `Die Gruppe ${rule.owner} gibt es im Formular nicht. Berichtigen Sie owner.`,
          `There is no group ${rule.owner} in the form. Correct owner.`,
        ),
      ];
    return rule.statements.flatMap(({ effect, target, condition, value, codes }) => {
      const found = [condition, ...(typeof value === 'object' ? [value] : [])].flatMap((source) =>
        unresolved(source, owner, roots, rule.id),
      );
      if (effect === 'prefill' && value === undefined)
        found.push(problem(rule.id, 'Die Regel nennt keinen Wert. Ergänzen Sie value.', 'The rule names no value. Add value.'));
      if (effect === 'restrict' && codes === undefined)
        found.push(problem(rule.id, 'Die Regel nennt keine Codes. Ergänzen Sie codes.', 'The rule names no codes. Add codes.'));
      if (effect !== 'valid' && target === undefined)
        found.push(problem(rule.id, 'Die Regel nennt kein Ziel. Ergänzen Sie target.', 'The rule names no target. Add target.'));
      return target === undefined ? found : [...found, ...unresolved({ identifier: target }, owner, roots, rule.id)];
    });
  });
}

/** What the fee tables name and the form does not have. */
export function feeProblems(fees: readonly FeeTable[], positions: readonly Position[]): PackageProblem[] {
  const roots = positions.filter(({ parent }) => parent === null);
  return fees.flatMap((fee, index): PackageProblem[] => {
    const found: PackageProblem[] = [];
    if (fees.findIndex(({ key }) => key === fee.key) !== index)
      found.push(
        problem(
          fee.key,
          'Zwei Gebühren haben denselben Schlüssel. Jede braucht einen eigenen.',
          'Two fees have the same key. Each needs its own.',
        ),
      );
    const counted = fee.count === undefined ? null : (positions.find(({ path }) => path === fee.count) ?? null);
    if (fee.count !== undefined && !(counted?.repeated && counted.node.kind === 'group' && counted.repeats.length === 1)) {
      const message = `${fee.count} ist keine Gruppe mit mehreren Einträgen, oder sie liegt in einer anderen. Berichtigen Sie count.`;
      const english = `${fee.count} is no group with several entries, or it is inside another one. Correct count.`;
      return [...found, problem(fee.key, message, english)];
    }
    return [...found, ...fee.rows.flatMap(({ when }) => (when === undefined ? [] : unresolved(when, counted, roots, fee.key)))];
  });
}
