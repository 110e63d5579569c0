import type { Condition, Statement } from '@serviceportal/form-engine';
import type { Outcome } from './clauses.js';
import type { Deed } from './deeds.js';
import type { LaenderOfRule } from './laender.js';
import type { RuleElement } from './rule-scope.js';

/** Turns outcomes under conditions into statements. */
export class StatementList {
  readonly #laender: LaenderOfRule;
  /** By their content: each stands once. */
  readonly #statements = new Map<string, Statement>();
  /** The Länder for which the sentences from here on are. */
  land: Condition | undefined;

  constructor(laender: LaenderOfRule) {
    this.#laender = laender;
  }

  get all(): readonly Statement[] {
    return [...this.#statements.values()];
  }

  add(outcomes: readonly Outcome[], condition: Condition): void {
    for (const { deeds, targets, laender, only } of outcomes) {
      const own = laender === undefined ? undefined : this.#laender.conditionOf(laender);
      const land = own ?? this.land;
      const whole = conjunction(land, condition);
      for (const deed of deeds) {
        if (deed.effect === 'valid') this.#push(validStatement(deed, whole));
        else for (const target of targets) this.#addTo(target, deed, whole);
      }
      if (only !== true || (condition === true && own === undefined)) continue;
      const otherwise = own === undefined ? conjunction(land, { not: condition }) : conjunction({ not: own }, condition);
      const asks = deeds.some(({ effect }) => effect === 'require' || effect === 'activate') || deeds.length === 0;
      if (asks) for (const { identifier } of targets) this.#push({ effect: 'forbid', target: identifier, condition: otherwise });
    }
  }

  /** A condition that must always hold; whoever breaks it reads the text of the rule. */
  addCondition(condition: Condition): void {
    this.#push({ effect: 'valid', condition: this.land === undefined ? condition : { or: [{ not: this.land }, condition] } });
  }

  #addTo({ identifier, element: { node } }: RuleElement, deed: Exclude<Deed, { effect: 'valid' }>, condition: Condition): void {
    // A note cannot be filled in; what asks for it shows it.
    const effect = node.kind === 'note' && deed.effect === 'require' ? 'activate' : deed.effect;
    this.#push({
      effect,
      target: identifier,
      condition,
      ...(deed.effect === 'prefill' && { value: deed.value }),
      ...(deed.effect === 'restrict' && { codes: deed.codes }),
    });
  }

  #push(statement: Statement): void {
    const known = JSON.stringify(statement);
    if (!this.#statements.has(known)) this.#statements.set(known, statement);
  }
}

function conjunction(land: Condition | undefined, condition: Condition): Condition {
  if (land === undefined) return condition;
  return condition === true ? land : { and: [land, condition] };
}

/** What must hold under a condition: the condition does not hold, or it does. */
function validStatement({ condition: held, message }: Extract<Deed, { effect: 'valid' }>, condition: Condition): Statement {
  return { effect: 'valid', condition: condition === true ? held : { or: [{ not: condition }, held] }, message };
}
