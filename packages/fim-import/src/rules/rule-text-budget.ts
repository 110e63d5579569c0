import { say } from '../language.js';
import { NotUnderstood } from './not-understood.js';
import { type ReadRule, readRuleText } from './read-rule-text.js';
import type { RuleScope } from './rule-scope.js';

/** Characters of rule texts that may be read for one schema; the released ones have 15,000. A text counts each time it is read. */
const most = 200_000;

/**
 * Reads the rule texts of one schema, up to what any honest one has: a file of nothing but rules, or of rules deep within groups,
 * which are read from each group around them, would keep the importer busy for hours (docs/adr/0024).
 */
export class RuleTextBudget {
  #left = most;

  read(text: string, scope: RuleScope): ReadRule {
    this.#left -= text.length;
    if (this.#left >= 0) return readRuleText(text, scope);
    const reason = {
      de: `Die Regeln des Schemas haben zusammen mehr als ${most} Zeichen`,
      en: `The rules of the schema have more than ${most} characters together`,
    };
    return { statements: [], notes: [], failures: [new NotUnderstood(say(reason), 0)] };
  }
}
