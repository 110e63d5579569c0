/** A rule names something that the form does not have. The compiler reports such rules before; this is the last fence. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly code = 'rule-unresolved';
  constructor(ruleId: string, identifier: string) {
    super(`Rule ${ruleId}: "${identifier}" names no element, or more than one. Correct the identifier in the rule.`);
  }
}
