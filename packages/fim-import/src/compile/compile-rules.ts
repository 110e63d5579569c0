import type { Code, CodeList, Rule } from '@serviceportal/form-engine';
import type { NotUnderstood } from '../rules/not-understood.js';
import { type ReadRule, readRuleText } from '../rules/read-rule-text.js';
import { placeInText } from '../rules/place-in-text.js';
import type { ReadingNote } from '../rules/rule-cursor.js';
import { RuleScope } from '../rules/rule-scope.js';
import type { Regel } from '../xdatenfelder/regel.js';
import type { SourcePlace } from '../xml/fim-input-error.js';
import type { CompiledElement } from './compiled-element.js';
import { legalBasis } from './legal-basis.js';
import type { OpenItems } from './open-items.js';

/** Compiles the rules of the schema and of all its groups and fields. What is not understood becomes an open item. */
export function compileRuleTexts(
  schemaRules: readonly Regel[],
  elements: readonly CompiledElement[],
  codeLists: Readonly<Record<string, CodeList>>,
  openItems: OpenItems,
): readonly Rule[] {
  const rules: Rule[] = [];
  const codesOf = (list: string) => codeLists[list]?.codes ?? [];

  /** `around`: the owner of the rules, then what lies around it, up to the schema. */
  const compileAll = (regeln: readonly Regel[], around: readonly Owner[]): void => {
    for (const regel of regeln) {
      const [owner] = around;
      if (owner === undefined) continue;
      if (regel.text === undefined) {
        reportFailure(regel, owner.path, undefined, false, openItems);
        continue;
      }
      const read = readFrom(regel.text, around, codesOf);
      for (const failure of read.failures) reportFailure(regel, owner.path, failure, read.statements.length > 0, openItems);
      for (const note of read.notes) reportNote(regel, owner.path, note, openItems);
      if (read.statements.length > 0) rules.push({ ...ruleHead(regel), owner: read.owner, statements: read.statements });
    }
  };
  const visit = (siblings: readonly CompiledElement[], around: readonly Owner[]): void => {
    for (const { source, children, path } of siblings) {
      // A rule of a field names its siblings.
      const owners = source.art === 'datenfeldgruppe' ? [{ path, below: children }, ...around] : around;
      compileAll(source.regeln, owners);
      visit(children, owners);
    }
  };
  const root: Owner = { path: '', below: elements };
  compileAll(schemaRules, [root]);
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
): ReadRule & { readonly owner: string } {
  const [first = { path: '', below: [] }, ...outer] = around;
  const own = readRuleText(text, new RuleScope(first.below, codesOf));
  if (own.failures.length === 0) return { ...own, owner: first.path };
  for (const { path, below } of outer) {
    const read = readRuleText(text, new RuleScope(below, codesOf));
    if (read.failures.length > 0) continue;
    const message = 'Die Regel nennt Elemente außerhalb der Gruppe, zu der sie gehört; gelesen von der Gruppe darüber aus';
    return { ...read, owner: path, notes: [...read.notes, { message, offset: 0 }] };
  }
  return { ...own, owner: first.path };
}

function ruleHead(regel: Regel): Omit<Rule, 'owner' | 'statements'> {
  return {
    id: regel.id,
    ...(regel.version !== undefined && { version: regel.version }),
    name: regel.name,
    ...(regel.text !== undefined && { text: regel.text.trim() }),
    legalBasis: legalBasis(regel.bezug),
  };
}

/** @param inPart other sentences of the rule are in force */
function reportFailure(regel: Regel, owner: string, failure: NotUnderstood | undefined, inPart: boolean, openItems: OpenItems): void {
  const text = regel.text ?? regel.skript;
  const end = failure === undefined || regel.text === undefined ? undefined : regel.text.slice(failure.offset).trim();
  const where = end === undefined || end === '' ? '' : ` (ab „${end.length > 40 ? `${end.slice(0, 40)}…` : end}“)`;
  const why = failure === undefined ? 'sie hat keinen Text' : `${failure.message}${where}`;
  openItems.add(
    {
      kind: 'rule',
      message: `Die Regel ${regel.id} „${regel.name}“ wird ${inPart ? 'nur zum Teil' : 'nicht'} angewendet: ${why}.`,
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
      message: `Bitte prüfen Sie die Regel ${regel.id} „${regel.name}“: ${note.message}.`,
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
