import type { CompiledFim } from '../compile/compile-fim.js';
import type { ResolvedCodelists } from '../codelists/resolve-codelists.js';
import type { Regel } from '../xdatenfelder/regel.js';
import type { Stammdatenschema, Struktur } from '../xdatenfelder/stammdatenschema.js';

/** How much there is in a schema, counted as it stands in the file: an element at two positions counts twice. */
export interface SchemaCounts {
  readonly positions: number;
  readonly fields: number;
  readonly groups: number;
  readonly notes: number;
  /** Different elements, by id and version. */
  readonly elements: number;
  readonly depth: number;
  /** Rules as they stand in the file. */
  readonly rules: number;
  /** Of these, the ones understood. */
  readonly rulesUsed: number;
  readonly codeLists: number;
  readonly codeListsMissing: number;
  readonly openItems: number;
  readonly warnings: number;
}

export function countSchema(schema: Stammdatenschema, compiled: CompiledFim, codelists: ResolvedCodelists): SchemaCounts {
  const all = [...positionsOf(schema.struktur)];
  const elements = all.map(({ position }) => position.enthaelt);
  const fields = elements.filter((element) => element.art === 'datenfeld');
  const rules: Regel[] = [...schema.regeln, ...elements.flatMap((element) => element.regeln)];
  const unused = compiled.openItems.filter(({ kind, severity }) => kind === 'rule' && severity === undefined).map(({ ruleId }) => ruleId);
  return {
    positions: all.length,
    fields: fields.filter(({ feldart }) => feldart !== 'label').length,
    groups: elements.length - fields.length,
    notes: fields.filter(({ feldart }) => feldart === 'label').length,
    elements: new Set(elements.map(({ id, version }) => `${id}V${version ?? ''}`)).size,
    depth: Math.max(0, ...all.map(({ depth }) => depth)),
    rules: rules.length,
    rulesUsed: rules.filter(({ id }) => !unused.includes(id)).length,
    codeLists: Object.keys(compiled.form.codeLists).length,
    codeListsMissing: [...codelists.values()].filter(({ list }) => list === undefined).length,
    openItems: compiled.openItems.length,
    warnings: compiled.warnings.length,
  };
}

function* positionsOf(struktur: readonly Struktur[], depth = 1): Generator<{ position: Struktur; depth: number }> {
  for (const position of struktur) {
    yield { position, depth };
    if (position.enthaelt.art === 'datenfeldgruppe') yield* positionsOf(position.enthaelt.struktur, depth + 1);
  }
}
