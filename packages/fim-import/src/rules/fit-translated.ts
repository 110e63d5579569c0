import type { Condition, Literal, Operand, Statement } from '@serviceportal/form-engine';
import { say, type Message } from '../language.js';
import { unclearEntries } from './entries.js';
import type { RuleElement, RuleScope } from './rule-scope.js';

/** Translated rules as they fit the schema, or why they do not. */
export type FittedRules =
  | { readonly statements: readonly Statement[]; readonly notes: readonly string[] }
  | { readonly statements?: undefined; readonly problem: string };

/**
 * Fits the translated rules of an element to the elements below it: identifiers are written out, values for yes/no fields become
 * yes and no. All or nothing: rules that name something the schema does not have are of another version of it.
 */
export function fitTranslatedRules(rules: readonly Statement[], scope: RuleScope): FittedRules {
  const fitting = new Fitting(scope);
  try {
    const statements = rules.map((rule) => fitting.statement(rule));
    const unclear = unclearEntries(statements, scope, new Set());
    return unclear === undefined ? { statements, notes: [...new Set(fitting.notes)] } : { problem: unclear };
  } catch (error) {
    if (error instanceof Misfit) return { problem: error.message };
    throw error;
  }
}

class Misfit extends Error {
  constructor(message: Message) {
    super(say(message));
  }
}

type Pair = readonly [Operand, Operand];

class Fitting {
  readonly notes: string[] = [];
  readonly #scope: RuleScope;

  constructor(scope: RuleScope) {
    this.#scope = scope;
  }

  statement(rule: Statement): Statement {
    return {
      ...rule,
      ...(rule.target !== undefined && { target: this.#element(rule.target).identifier }),
      condition: this.#condition(rule.condition),
    };
  }

  #element(identifier: string): RuleElement {
    const path = identifier.replace(/^self\.?/, '');
    const found = path === '' ? undefined : this.#scope.resolve(path);
    if (found !== undefined) return found;
    const name = path.split('.').at(-1) ?? '';
    throw path === ''
      ? new Misfit({ de: 'Eine Regel gilt dem Element selbst', en: 'A rule is about the element itself' })
      : new Misfit({ de: `${name} gibt es hier nicht oder mehrfach`, en: `${name} does not exist here, or more than once` });
  }

  #condition(condition: Condition): Condition {
    if (typeof condition === 'boolean') return condition;
    if ('identifier' in condition) return { identifier: this.#element(condition.identifier).identifier };
    if ('is_empty' in condition) return { is_empty: { identifier: this.#element(condition.is_empty.identifier).identifier } };
    if ('not' in condition) return { not: this.#condition(condition.not) };
    if ('and' in condition) return { and: condition.and.map((part) => this.#condition(part)) };
    if ('or' in condition) return { or: condition.or.map((part) => this.#condition(part)) };
    if ('xor' in condition) return { xor: condition.xor.map((part) => this.#condition(part)) };
    if ('equal' in condition) return { equal: this.#pair(condition.equal) };
    if ('not_equal' in condition) return { not_equal: this.#pair(condition.not_equal) };
    return condition;
  }

  #pair([left, right]: Pair): Pair {
    const [a, b] = [this.#operand(left), this.#operand(right)];
    return [this.#valueFor(b, a), this.#valueFor(a, b)];
  }

  #operand(operand: Operand): RuleElement | Literal {
    if (typeof operand !== 'object') return operand;
    return this.#element('identifier' in operand ? operand.identifier : '');
  }

  /** The other side of a comparison with `subject`. */
  #valueFor(subject: RuleElement | Literal, value: RuleElement | Literal): Operand {
    if (typeof value === 'object') return { identifier: value.identifier };
    if (typeof subject !== 'object') return value;
    const { node } = subject.element;
    if (node.kind === 'field' && node.type === 'boolean' && typeof value === 'string' && /^(true|false)$/i.test(value)) {
      return value.toLowerCase() === 'true';
    }
    const codes = this.#scope.codesOf(subject);
    if (codes !== undefined && codes.length > 0 && !codes.some(({ code }) => code === String(value))) {
      const de = `${node.id} „${node.label}“ hat keinen Code ${String(value)}`;
      this.notes.push(say({ de, en: `${node.id} “${node.label}” has no code ${String(value)}` }));
    }
    return value;
  }
}
