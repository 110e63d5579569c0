import { type RuleEntry, type RuleRemark, type SchemaRow, isCompiled } from './schema-row.js';

/** A rule with what was said about it, wherever it occurs. */
export interface DistinctRule {
  readonly id: string;
  readonly text: string;
  readonly remarks: readonly string[];
  /** First place of each schema, as `file:line:column`. */
  readonly places: readonly string[];
}

export interface Totals {
  readonly schemas: number;
  readonly compiled: number;
  /** Different rules, by id and text; one is understood if it is understood in every schema that has it. */
  readonly rules: number;
  readonly rulesUnderstood: number;
  /** Different published lists, by name and version. */
  readonly codeLists: number;
  readonly codeListsMissing: number;
}

export function totalsOf(rows: readonly SchemaRow[]): Totals {
  const compiled = rows.filter(isCompiled);
  const rules = new Set(compiled.flatMap((row) => row.rules.map(keyOf)));
  return {
    schemas: rows.length,
    compiled: compiled.length,
    rules: rules.size,
    rulesUnderstood: rules.size - remarkedRules(rows, ({ failures }) => failures).length,
    codeLists: new Set(compiled.flatMap(({ codeLists }) => codeLists)).size,
    codeListsMissing: new Set(compiled.flatMap((row) => row.codeListsMissing.map(({ name }) => name))).size,
  };
}

/** The different rules about which something is to be said, sorted by id. */
export function remarkedRules(rows: readonly SchemaRow[], remarksOf: (rule: RuleEntry) => readonly RuleRemark[]): readonly DistinctRule[] {
  const rules = new Map<string, { id: string; text: string; remarks: Set<string>; places: string[] }>();
  for (const row of rows.filter(isCompiled)) {
    for (const rule of row.rules) {
      const remarks = remarksOf(rule);
      const [first] = remarks;
      if (first === undefined) continue;
      const known = rules.get(keyOf(rule)) ?? { id: rule.id, text: rule.text, remarks: new Set<string>(), places: [] };
      for (const { message } of remarks) known.remarks.add(message);
      known.places.push([row.file, first.line, first.column].filter((part) => part !== undefined).join(':'));
      rules.set(keyOf(rule), known);
    }
  }
  const sorted = [...rules].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, rule]) => ({ ...rule, remarks: [...rule.remarks].sort() }));
}

const keyOf = ({ id, text }: RuleEntry): string => `${id}\n${text}`;

/** Percent with one decimal, rounded down: 100 % means all. */
export const percent = (part: number, all: number): string => (all === 0 ? '–' : `${(Math.floor((part * 1000) / all) / 10).toFixed(1)} %`);
