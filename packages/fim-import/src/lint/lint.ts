import type { ResolvedCodelists } from '../codelists/resolve-codelists.js';
import { say } from '../language.js';
import type { Art, LintElement } from './lint-element.js';
import type { Check, Grouped, LintContext, Report } from './check.js';
import { referenceOf } from './checks/code-lists.js';
import type { Finding } from './finding.js';
import { meldungen } from './meldungen.js';
import { checks } from './registry.js';

const byArt = (art: Art): readonly Check[] => [...checks.values()].filter(({ of }) => of.includes(art));
const checksOf: Readonly<Record<Art, readonly Check[]>> = {
  stammdatenschema: byArt('stammdatenschema'),
  datenfeldgruppe: byArt('datenfeldgruppe'),
  datenfeld: byArt('datenfeld'),
  dokumentsteckbrief: byArt('dokumentsteckbrief'),
  regel: byArt('regel'),
};

function* everyElement(element: LintElement): Generator<LintElement> {
  yield element;
  yield* element.regeln;
  for (const { element: child } of element.stellen) yield* everyElement(child);
}

/**
 * Runs FIM's quality checks on what was read. An element that stands at several positions is reported once, with the first of
 * them. Order: that of the file.
 * Messages are in the language spoken when it runs.
 */
export function lint(root: LintElement, codelists: ResolvedCodelists = new Map()): readonly Finding[] {
  const all = [...everyElement(root)];
  const elements = all.filter(({ art }) => art === 'datenfeld' || art === 'datenfeldgruppe');
  const references = elements.flatMap((element) => referenceOf(element) ?? []);
  const context: LintContext = {
    root,
    codelists,
    versions: grouped(elements.map(({ id, version }) => [id, version])),
    listVersions: grouped(references.map(({ kennung = '', version = '' }) => [kennung, version])),
    listIds: grouped(
      references.flatMap(({ kennung = '', version = '', id }) => (id === undefined ? [] : [[`${kennung} ${version}`, id] as const])),
    ),
  };
  const findings = new Map<string, Finding>();
  for (const element of all) {
    for (const check of checksOf[element.art]) {
      if (check.only === undefined || check.only === element.fassung) check.find(element, collect(findings, check, element), context);
    }
  }
  return [...findings.values()].sort((a, b) => a.line - b.line || a.column - b.column || a.code.localeCompare(b.code));
}

function grouped(pairs: readonly (readonly [key: string, value: string])[]): Grouped {
  const sets = new Map<string, Set<string>>();
  for (const [key, value] of pairs) sets.set(key, (sets.get(key) ?? new Set()).add(value));
  return new Map([...sets].map(([key, values]) => [key, [...values].sort()]));
}

function collect(findings: Map<string, Finding>, { code, fix }: Check, element: LintElement): Report {
  return (message, place = element.xml, about = element) => {
    const { id, version, path } = about;
    const said = say(message);
    const key = [code, id, version, id === '' ? path : '', said].join('\n');
    const known = findings.get(key);
    const meldung = meldungen.get(code);
    if (known !== undefined) findings.set(key, { ...known, times: known.times + 1 });
    else if (meldung !== undefined) {
      const { schwere, text } = meldung;
      const { line, column } = place;
      findings.set(key, { code, severity: schwere, text, message: said, fix: say(fix), line, column, id, version, path, times: 1 });
    }
  };
}
