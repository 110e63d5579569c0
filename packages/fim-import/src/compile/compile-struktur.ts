import { isMunicipalId, type FormNode } from '@serviceportal/form-engine';
import { say } from '../language.js';
import type { Datenfeld } from '../xdatenfelder/datenfeld.js';
import type { Datenfeldgruppe, Struktur } from '../xdatenfelder/stammdatenschema.js';
import type { FormCodeLists } from './code-lists.js';
import { compileField } from './compile-field.js';
import type { CompiledElement } from './compiled-element.js';
import { legalBasis } from './legal-basis.js';
import type { Finding, OpenItems } from './open-items.js';
import type { PatternVetting } from './pattern-vetting.js';
import { aboutWhom } from './person-elements.js';
import { isAboutSomeoneElse } from './well-known-elements.js';

/** Where in the tree the compiler is. */
interface Surroundings {
  readonly path: string;
  readonly groupNames: readonly string[];
  readonly repeated: boolean;
}

const root: Surroundings = { path: '', groupNames: [], repeated: false };

/** Compiles the positions of a schema or group, in order. */
export function compileStruktur(
  struktur: readonly Struktur[],
  codeLists: FormCodeLists,
  openItems: OpenItems,
  patterns: PatternVetting,
  around: Surroundings = root,
): readonly CompiledElement[] {
  const compiled = new Map<string, CompiledElement>();
  for (const position of struktur) {
    const { id } = position.enthaelt;
    const path = around.path === '' ? id : `${around.path}/${id}`;
    const report = (finding: Finding) => {
      openItems.add({ path, ...finding }, position.enthaelt.place, `${id} ${finding.source ?? ''}`);
    };
    if (compiled.has(id)) {
      report({
        kind: 'element',
        message: say({
          de: 'Das Element steht zweimal in derselben Gruppe; das zweite ist weggelassen.',
          en: 'The element stands twice in the same group; the second is left out.',
        }),
      });
    } else if (position.anzahl.max === 0) {
      report({
        kind: 'element',
        message: say({ de: 'Das Element kommt 0-mal vor und ist weggelassen.', en: 'The element occurs 0 times and is left out.' }),
      });
    } else {
      compiled.set(id, compilePosition(position, path, { codeLists, openItems, patterns, around, report }));
    }
  }
  return [...compiled.values()];
}

interface Compiling {
  readonly codeLists: FormCodeLists;
  readonly openItems: OpenItems;
  readonly patterns: PatternVetting;
  readonly around: Surroundings;
  readonly report: (finding: Finding) => void;
}

function compilePosition(position: Struktur, path: string, compiling: Compiling): CompiledElement {
  const { enthaelt } = position;
  if (enthaelt.art === 'datenfeld') {
    return { node: fieldOrNote(enthaelt, position, compiling), source: enthaelt, path, children: [] };
  }
  const common = commonPart(enthaelt, position, compiling.report);
  const { around } = compiling;
  const children = compileStruktur(enthaelt.struktur, compiling.codeLists, compiling.openItems, compiling.patterns, {
    path,
    groupNames: [...around.groupNames, enthaelt.name],
    repeated: around.repeated || common.max !== 1,
  });
  if (children.length === 0) compiling.report({ kind: 'element', message: say({ de: 'Die Gruppe ist leer.', en: 'The group is empty.' }) });
  const choice = enthaelt.auswahlgruppe && { choice: true };
  const whom = aboutWhom(enthaelt);
  const about = whom && { about: whom };
  const node: FormNode = { ...common, kind: 'group', ...choice, ...about, children: children.map((child) => child.node) };
  return { node, source: enthaelt, path, children };
}

function fieldOrNote(field: Datenfeld, struktur: Struktur, compiling: Compiling): FormNode {
  const common = commonPart(field, struktur, compiling.report);
  if (field.feldart === 'label') {
    return { ...common, kind: 'note', text: field.inhalt ?? field.hilfetextEingabe ?? '' };
  }
  const { around } = compiling;
  const mayAutocomplete = !around.repeated && common.max === 1 && !isAboutSomeoneElse(around.groupNames);
  const group = around.groupNames.at(-1);
  const position = { required: common.min > 0, mayAutocomplete, ...(group !== undefined && { group }) };
  const part = compileField(field, position, compiling.codeLists, compiling.patterns, compiling.report);
  const unfillable = part.hidden === true && part.initial === undefined;
  return { ...common, ...part, min: unfillable ? 0 : common.min };
}

function commonPart(element: Datenfeld | Datenfeldgruppe, position: Struktur, report: (finding: Finding) => void) {
  const { min, max } = position.anzahl;
  const contradictory = max !== null && min > max;
  if (contradictory) {
    report({
      kind: 'constraint',
      message: say({
        de: 'Die Mindestanzahl liegt über der Höchstanzahl; sie gilt nicht.',
        en: 'The least count is above the greatest; it does not hold.',
      }),
      source: `${min}:${max}`,
    });
  }
  const { bezeichnungAusgabe } = element;
  return {
    id: element.id,
    ...(element.version !== undefined && { version: element.version }),
    min: contradictory ? 0 : min,
    max,
    label: element.bezeichnungEingabe,
    ...(bezeichnungAusgabe !== undefined && bezeichnungAusgabe !== element.bezeichnungEingabe && { outputLabel: bezeichnungAusgabe }),
    ...(element.hilfetextEingabe !== undefined && { help: element.hilfetextEingabe }),
    legalBasis: legalBasis(position.bezug, element.bezug),
    origin: isMunicipalId(element.id) ? ('municipal' as const) : ('fim' as const),
  };
}
