import { printStatements } from '../rules/print-rule.js';
import type { Regel } from '../xdatenfelder/regel.js';
import type { Stammdatenschema, Struktur } from '../xdatenfelder/stammdatenschema.js';
import { canonicalIds } from './canonical-ids.js';
import type { Side } from './side.js';

/** A rule of one side. */
export interface RuleAt {
  /** Id in the notation of XDatenfelder 3. */
  readonly key: string;
  readonly regel: Pick<Regel, 'id' | 'version' | 'name' | 'text' | 'bezug'>;
  /** In one line, with ids by which both sides know the elements. */
  readonly text: string;
  readonly understood: boolean;
}

/**
 * The rules of the schema and of the package, each id once, by canonical id.
 * @param newIds of elements that were replaced, to be written into the texts
 */
export function rulesOf(side: Side, newIds: ReadonlyMap<string, string>): ReadonlyMap<string, RuleAt> {
  const open = new Set(side.openItems.filter(({ kind, severity }) => kind === 'rule' && severity !== 'note').map(({ ruleId }) => ruleId));
  const compiled = side.form.rules.map((rule) => ({
    ...rule,
    name: rule.name ?? rule.id,
    bezug: rule.legalBasis,
    // Rules of a package and some that FIM has translated have no text.
    text: rule.text ?? printStatements(rule.statements),
  }));
  const rules = new Map<string, RuleAt>();
  for (const regel of [...regelnIn(side.schema), ...compiled]) {
    const key = canonicalIds(regel.id);
    const text = canonicalIds(regel.text ?? '')
      .replace(/\s+/g, ' ')
      .replace(/\b[FG]\d{11}\b/g, (named) => newIds.get(named) ?? named)
      .trim();
    if (!rules.has(key)) rules.set(key, { key, regel, text, understood: !open.has(regel.id) });
  }
  return rules;
}

function regelnIn(schema: Stammdatenschema): readonly Regel[] {
  const below = (struktur: readonly Struktur[]): readonly Regel[] =>
    struktur.flatMap(({ enthaelt }) => [...enthaelt.regeln, ...(enthaelt.art === 'datenfeldgruppe' ? below(enthaelt.struktur) : [])]);
  return [...schema.regeln, ...below(schema.struktur)];
}
