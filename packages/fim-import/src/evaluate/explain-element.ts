import type { Evaluation, Form, Handlungsgrundlage, OpenItem, Position, Rule, Statement } from '@serviceportal/form-engine';
import { resolveIdentifier } from '@serviceportal/form-engine';
import { type Message, say } from '../language.js';
import { printStatement } from '../rules/print-rule.js';

/** Why an element is asked, for a person who reads the schema. */
export interface Explanation {
  readonly path: string;
  readonly label: string;
  /** Of this element or a group around it: what must hold for it to be asked. */
  readonly rules: readonly ExplainedRule[];
  /** Those that the schema has at this element and that decide about others: notes name the place where a rule stands. */
  readonly ownRules: readonly OwnRule[];
  /** What was said about these rules and this element when the schema was compiled. */
  readonly openItems: readonly OpenItem[];
  readonly legalBasis: readonly Handlungsgrundlage[];
  readonly sentences: readonly string[];
}

export interface OwnRule {
  readonly id: string;
  readonly name: string;
  /** Paths of the elements about which it decides. */
  readonly about: readonly string[];
}

export interface ExplainedRule {
  readonly id: string;
  readonly text?: string;
  /** The element that it decides about: this one, or a group around it. */
  readonly about: string;
  /** As it was understood. */
  readonly reading: readonly string[];
  readonly legalBasis: readonly Handlungsgrundlage[];
  /** For the given answers: does it decide just now? */
  readonly decides: boolean;
}

export function explainElement(
  form: Form,
  evaluation: Evaluation,
  position: Position,
  indices: readonly number[],
  openItems: readonly OpenItem[] = [],
): Explanation {
  const line: Position[] = [];
  for (let at: Position | null = position; at !== null; at = at.parent) line.unshift(at);
  const rules = line.flatMap((about) => rulesAbout(form, evaluation, about, indices));
  const ids = new Set(rules.map(({ id }) => id));
  const ownRules = rulesAt(form, position).filter(({ id }) => !ids.has(id));
  const ruleIds = new Set([...ids, ...ownRules.map(({ id }) => id)]);
  // What recurs at many places is reported once, at the first of them.
  const here = openItems.filter(({ path, ruleId }) =>
    ruleId === undefined ? path?.split('/').at(-1) === position.node.id : ruleIds.has(ruleId) || path === position.path,
  );
  const norms = [...position.node.legalBasis, ...rules.flatMap(({ legalBasis }) => legalBasis)];
  return {
    path: position.path,
    label: position.node.label,
    rules,
    ownRules,
    openItems: here,
    legalBasis: [...new Map(norms.map((norm) => [norm.text, norm])).values()],
    sentences: sentencesOf(evaluation, line, position, indices),
  };
}

function rulesAt(form: Form, { path }: Position): readonly OwnRule[] {
  return form.definition.rules
    .filter(({ owner }) => owner === path)
    .map((rule) => ({
      id: rule.id,
      name: rule.name ?? '',
      about: [
        ...new Set(form.positions.filter((about) => rule.statements.some((one) => names(form, rule, one, about))).map((at) => at.path)),
      ],
    }));
}

function rulesAbout(form: Form, evaluation: Evaluation, about: Position, indices: readonly number[]): readonly ExplainedRule[] {
  const own = indices.slice(0, about.repeats.length);
  const deciding = new Set(evaluation.reasons(about, own).map(({ id }) => id));
  return form.definition.rules.flatMap((rule): ExplainedRule[] => {
    const statements = rule.statements.filter((statement) => names(form, rule, statement, about));
    if (statements.length === 0) return [];
    return [
      {
        id: rule.id,
        ...(rule.text !== undefined && { text: rule.text }),
        about: about.path,
        reading: statements.map((statement) => printStatement(statement, (identifier) => named(form, rule, identifier))),
        legalBasis: rule.legalBasis,
        decides: deciding.has(rule.id),
      },
    ];
  });
}

function names(form: Form, rule: Rule, { effect, target, condition }: Statement, about: Position): boolean {
  if (effect !== 'valid') return positionOf(form, rule, target ?? 'self') === about;
  return [...JSON.stringify(condition).matchAll(/"(self(?:\.\w+)+)"/g)].some(
    ([, identifier]) => positionOf(form, rule, identifier ?? '') === about,
  );
}

const positionOf = (form: Form, rule: Rule, identifier: string): Position | null =>
  resolveIdentifier(identifier, rule.owner === '' ? null : (form.byPath.get(rule.owner) ?? null), form.roots);

function named(form: Form, rule: Rule, identifier: string): string {
  const label = positionOf(form, rule, identifier)?.node.label;
  return identifier.replace(/^self\./, '') + (label === undefined ? '' : ` „${label}“`);
}

const nouns: Readonly<Record<Position['node']['kind'], Message>> = {
  group: { de: 'Diese Gruppe', en: 'This group' },
  note: { de: 'Dieser Hinweis', en: 'This note' },
  field: { de: 'Diese Frage', en: 'This question' },
};

function sentencesOf(evaluation: Evaluation, line: readonly Position[], position: Position, indices: readonly number[]): readonly string[] {
  const { kind } = position.node;
  const noun = nouns[kind];
  const verb: Message = kind === 'field' ? { de: 'gestellt', en: 'asked' } : { de: 'gezeigt', en: 'shown' };
  const barrier = line.find((at) => !evaluation.relevant(at, indices.slice(0, at.repeats.length)));
  if (barrier !== undefined) {
    const value = evaluation.prefilled(position, indices);
    return [
      say({
        de: `${noun.de} wird mit diesen Antworten nicht ${verb.de}${barrier === position ? '' : `, weil „${barrier.node.label}“ (${barrier.path}) nicht gezeigt wird`}.`,
        en: `${noun.en} is not ${verb.en} with these answers${barrier === position ? '' : `, because “${barrier.node.label}” (${barrier.path}) is not shown`}.`,
      }),
      ...(value === undefined
        ? []
        : [say({ de: `Sie trägt den Wert „${String(value)}“.`, en: `It carries the value “${String(value)}”.` })]),
    ];
  }
  const allowed = evaluation.allowed(position, indices)?.join(', ');
  const must = kind === 'note' ? { de: '', en: '' } : duty(evaluation.required(position, indices), position.node.min > 0);
  return [
    say({ de: `${noun.de} wird mit diesen Antworten ${verb.de}${must.de}.`, en: `${noun.en} is ${verb.en} with these answers${must.en}.` }),
    ...(allowed === undefined ? [] : [say({ de: `Zur Auswahl stehen nur: ${allowed}.`, en: `Only these can be chosen: ${allowed}.` })]),
  ];
}

function duty(required: boolean, bySchema: boolean): Message {
  if (!required) return { de: ' und darf offen bleiben', en: ' and may stay open' };
  return bySchema
    ? { de: ' und muss nach der Vorgabe des Schemas beantwortet werden', en: ' and must be answered, as the schema demands' }
    : { de: ' und muss beantwortet werden', en: ' and must be answered' };
}
