import type { Code, CodeList, Form, Rule, Statement } from '@serviceportal/form-engine';
import { say } from '../language.js';
import { fitTranslatedRules } from '../rules/fit-translated.js';
import type { NotUnderstood } from '../rules/not-understood.js';
import type { ReadRule } from '../rules/read-rule-text.js';
import { placeInText } from '../rules/place-in-text.js';
import type { ReadingNote } from '../rules/rule-cursor.js';
import { RuleScope } from '../rules/rule-scope.js';
import { RuleTextBudget } from '../rules/rule-text-budget.js';
import type { TranslatedRules } from '../rules/translated-rules-file.js';
import type { Identifikation } from '../xdatenfelder/angaben.js';
import type { Regel } from '../xdatenfelder/regel.js';
import type { SourcePlace } from '../xml/fim-input-error.js';
import type { CompiledElement } from './compiled-element.js';
import type { OpenItems } from './open-items.js';
import { type TextReading, headOf, translatedReading } from './translated-reading.js';

/** What carries rules: the schema, a group, a field. */
export interface RuleBearer extends Identifikation {
  readonly regeln: readonly Regel[];
  readonly place: SourcePlace;
}

/** FIM's translations, and the positions that they are compared at. */
export interface Translations {
  readonly rules: TranslatedRules;
  readonly form: Form;
}

/**
 * Compiles the rules of the schema and of all its groups and fields: from FIM's translation where there is one that fits, else from
 * their texts. What is not understood becomes an open item.
 */
export function compileRules(
  schema: RuleBearer,
  elements: readonly CompiledElement[],
  codeLists: Readonly<Record<string, CodeList>>,
  openItems: OpenItems,
  translations?: Translations,
): readonly Rule[] {
  const rules: Rule[] = [];
  const budget = new RuleTextBudget();
  const codesOf = (list: string) => codeLists[list]?.codes ?? [];

  /** `around`: the owner of the rules, then what lies around it, up to the schema. */
  const compileAll = (bearer: RuleBearer, around: readonly Owner[]): void => {
    const [owner] = around;
    if (owner === undefined) return;
    const translated = fittingTranslation(bearer, owner, codesOf, openItems, translations);
    const texts: TextReading[] = [];
    for (const regel of bearer.regeln) {
      if (regel.text === undefined) {
        if (translated === undefined) reportFailure(regel, owner.path, undefined, false, openItems);
        continue;
      }
      const read = readFrom(regel.text, around, codesOf, budget);
      texts.push({ regel, owner: read.owner, statements: read.statements, whole: read.failures.length === 0 });
      if (translated !== undefined) continue;
      for (const failure of read.failures) reportFailure(regel, owner.path, failure, read.statements.length > 0, openItems);
      for (const note of read.notes) reportNote(regel, owner.path, note, openItems);
      if (read.statements.length > 0) rules.push({ ...headOf(regel), owner: read.owner, statements: read.statements });
    }
    if (translated === undefined || translations === undefined) return;
    const reading = translatedReading(bearer, owner.path, translated, texts, translations.form);
    for (const note of reading.notes) reportTranslation(bearer, owner.path, note, 'note', openItems);
    rules.push(...reading.rules);
  };
  const visit = (siblings: readonly CompiledElement[], around: readonly Owner[]): void => {
    for (const { source, children, path } of siblings) {
      // A rule of a field names its siblings.
      const owners = source.art === 'datenfeldgruppe' ? [{ path, below: children }, ...around] : around;
      compileAll(source, owners);
      visit(children, owners);
    }
  };
  const root: Owner = { path: '', below: elements };
  compileAll(schema, [root]);
  visit(elements, [root]);
  return rules;
}

interface Owner {
  /** Ids from the root, joined by `/`; empty for the schema. */
  readonly path: string;
  readonly below: readonly CompiledElement[];
}

/** Reads a text from its owner; a rule that names elements beside its owner is read from the next group around. */
function readFrom(
  text: string,
  around: readonly Owner[],
  codesOf: (list: string) => readonly Code[],
  budget: RuleTextBudget,
): ReadRule & { readonly owner: string } {
  const [first = { path: '', below: [] }, ...outer] = around;
  const own = budget.read(text, new RuleScope(first.below, codesOf));
  if (own.failures.length === 0) return { ...own, owner: first.path };
  for (const { path, below } of outer) {
    const read = budget.read(text, new RuleScope(below, codesOf));
    if (read.failures.length > 0) continue;
    const message = say({
      de: 'Die Regel nennt Elemente außerhalb der Gruppe, zu der sie gehört; gelesen von der Gruppe darüber aus',
      en: 'The rule names elements outside the group to which it belongs; read from the group around it',
    });
    return { ...read, owner: path, notes: [...read.notes, { message, offset: 0 }] };
  }
  return { ...own, owner: first.path };
}

/** The translation of an element, if there is one that fits it. An empty one translates nothing. */
function fittingTranslation(
  bearer: RuleBearer,
  owner: Owner,
  codesOf: (list: string) => readonly Code[],
  openItems: OpenItems,
  translations: Translations | undefined,
): readonly Statement[] | undefined {
  const translated = translations?.rules.get(`${bearer.id}V${bearer.version ?? ''}`);
  if (translated === undefined || translated.statements.length === 0) return undefined;
  const fitted = fitTranslatedRules(translated.statements, new RuleScope(owner.below, codesOf));
  if (fitted.statements === undefined) {
    const head = { de: `Die übersetzten Regeln von ${bearer.id} passen nicht: `, en: `The translated rules of ${bearer.id} do not fit: ` };
    const end = { de: '. Verwendet wird der Text', en: '. The text is used' };
    reportTranslation(bearer, owner.path, say(head) + fitted.problem + say(end), undefined, openItems);
    return undefined;
  }
  const head = {
    de: `Bitte prüfen Sie die übersetzten Regeln von ${bearer.id}: `,
    en: `Please check the translated rules of ${bearer.id}: `,
  };
  for (const note of fitted.notes) reportTranslation(bearer, owner.path, say(head) + note, 'note', openItems);
  return fitted.statements;
}

function reportTranslation(bearer: RuleBearer, path: string, what: string, severity: 'note' | undefined, openItems: OpenItems): void {
  const source = bearer.regeln.flatMap(({ text }) => text?.trim() ?? []).join('\n\n');
  const finding = {
    kind: 'rule' as const,
    ...(severity !== undefined && { severity }),
    message: `${what}.`,
    ...(source !== '' && { source }),
    ...(path !== '' && { path }),
  };
  openItems.add(finding, bearer.place, `${bearer.id} ${bearer.version ?? ''}`);
}

/** @param inPart other sentences of the rule are in force */
function reportFailure(regel: Regel, owner: string, failure: NotUnderstood | undefined, inPart: boolean, openItems: OpenItems): void {
  const text = regel.text ?? regel.skript;
  const end = failure === undefined || regel.text === undefined ? undefined : regel.text.slice(failure.offset).trim();
  const shown = end !== undefined && end.length > 40 ? `${end.slice(0, 40)}…` : end;
  const where = shown === undefined || shown === '' ? '' : say({ de: ` (ab „${shown}“)`, en: ` (from “${shown}” on)` });
  const why = failure === undefined ? say({ de: 'sie hat keinen Text', en: 'it has no text' }) : `${failure.message}${where}`;
  openItems.add(
    {
      kind: 'rule',
      message: say({
        de: `Die Regel ${regel.id} „${regel.name}“ wird ${inPart ? 'nur zum Teil' : 'nicht'} angewendet: ${why}.`,
        en: `The rule ${regel.id} “${regel.name}” is ${inPart ? 'only applied in part' : 'not applied'}: ${why}.`,
      }),
      ...(text !== undefined && { source: text.trim() }),
      ...(owner !== '' && { path: owner }),
      ruleId: regel.id,
    },
    placeOf(regel, failure),
    `${regel.id} ${regel.version ?? ''} ${text ?? ''}`,
  );
}

function reportNote(regel: Regel, owner: string, note: ReadingNote, openItems: OpenItems): void {
  openItems.add(
    {
      kind: 'rule',
      severity: 'note',
      message: say({
        de: `Bitte prüfen Sie die Regel ${regel.id} „${regel.name}“: ${note.message}.`,
        en: `Please check the rule ${regel.id} “${regel.name}”: ${note.message}.`,
      }),
      ...(regel.text !== undefined && { source: regel.text.trim() }),
      ...(owner !== '' && { path: owner }),
      ruleId: regel.id,
    },
    placeOf(regel, note),
    `${regel.id} ${regel.version ?? ''} ${regel.text ?? ''}`,
  );
}

const placeOf = (regel: Regel, at: { readonly offset: number } | undefined): SourcePlace =>
  regel.text === undefined || at === undefined ? regel.place : placeInText(regel.text, at.offset, regel.textPlace);
