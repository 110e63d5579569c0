import type { Codeliste } from '../../codelists/codeliste.js';
import { codesOf } from '../../codelists/codes-of.js';
import { referenceName } from '../../codelists/find-codelist.js';
import type { CodelisteReferenz } from '../../xdatenfelder/datenfeld.js';
import { childOf } from '../../xml/xml-element.js';
import type { Check, LintContext } from '../check.js';
import type { LintElement } from '../lint-element.js';
import { short, werteOf } from './texts.js';

/** The list that a field refers to, as far as it is named. */
export function referenceOf(field: LintElement): CodelisteReferenz | undefined {
  const referenz = field.child('codelisteReferenz');
  if (referenz === undefined) return undefined;
  const names = childOf(referenz, 'genericodeIdentification') ?? referenz;
  const identifikation = childOf(referenz, 'identifikation');
  const entries = {
    kennung: childOf(names, 'canonicalIdentification'),
    version: childOf(names, 'version'),
    versionUri: childOf(names, 'canonicalVersionUri'),
    id: identifikation === undefined ? undefined : childOf(identifikation, 'id'),
  };
  return Object.fromEntries(Object.entries(entries).flatMap(([key, child]) => (child?.text.trim() ? [[key, child.text.trim()]] : [])));
}

const listOf = (field: LintElement, { codelists }: LintContext): Codeliste | undefined => {
  const reference = referenceOf(field);
  return reference === undefined ? undefined : codelists.get(referenceName(reference))?.list;
};

interface Entry {
  readonly code: string;
  readonly name: string;
}

/** What a field offers, if it stands in the file or in a list at hand. */
function entriesOf(field: LintElement, context: LintContext): readonly Entry[] | undefined {
  if (field.child('werte') !== undefined) {
    const text = (wert: ReturnType<typeof werteOf>[number], name: string): string => childOf(wert, name)?.text.trim() ?? '';
    return werteOf(field).map((wert) => ({ code: text(wert, 'code'), name: text(wert, 'name') }));
  }
  const list = listOf(field, context);
  const column = list?.spalten.find(({ id }) => id === field.text('codeKey'))?.id ?? list?.schluessel;
  if (list === undefined || column === undefined) return undefined;
  const labels = new Map(codesOf(list, { codeKey: column, nameKey: field.text('nameKey') })?.map(({ code, label }) => [code, label]));
  return list.zeilen.flatMap((row) => row.get(column) ?? []).map((code) => ({ code, name: labels.get(code) ?? code }));
}

const twice = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => value !== '' && values.indexOf(value) < index)),
];

const atList = (code: string, fix: string, problem: (entries: readonly Entry[]) => string | undefined): Check => ({
  code,
  of: ['datenfeld'],
  fix,
  note: 'Codelisten, soweit sie vorliegen (`--codelists`).',
  find(field, report, context) {
    const entries = entriesOf(field, context);
    const message = entries === undefined ? undefined : problem(entries);
    if (message !== undefined) report(message, field.child('werte') ?? field.child('codelisteReferenz'));
  },
});

const quoted = (values: readonly string[]): string =>
  values
    .slice(0, 5)
    .map((value) => `„${short(value)}“`)
    .join(', ');

export const codeListContentChecks: readonly Check[] = [
  atList('1044', 'Nehmen Sie weitere Einträge auf, oder verwenden Sie ein Wahrheitswert-Feld.', ({ length }) =>
    length < 2 ? `Die Liste hat ${length === 0 ? 'keinen Eintrag' : 'nur einen Eintrag'}.` : undefined,
  ),
  atList('1045', 'Geben Sie jedem Eintrag einen eigenen Code.', (entries) => {
    const codes = twice(entries.map(({ code }) => code));
    return codes.length > 0 ? `Mehrfach vergebene Codes: ${quoted(codes)}.` : undefined;
  }),
  atList('1093', 'Geben Sie jedem Eintrag einen eigenen Namen.', (entries) => {
    const unique = new Map(entries.map(({ code, name }) => [code, name]));
    const names = twice([...unique.values()]);
    return names.length > 0 ? `Mehrfach vergebene Namen: ${quoted(names)}.` : undefined;
  }),
  {
    code: '1085',
    of: ['datenfeld'],
    only: '3.0.0',
    fix: 'Schreiben Sie einen Code der Werteliste in „Inhalt“, nicht den Namen.',
    find(field, report) {
      const content = field.text('inhalt');
      const codes = werteOf(field).map((wert) => childOf(wert, 'code')?.text.trim());
      if (content !== '' && field.child('werte') !== undefined && !codes.includes(content)) {
        report(`„${short(content)}“ ist kein Code der Werteliste.`, field.child('inhalt'));
      }
    },
  },
  {
    code: '1076',
    of: ['datenfeld'],
    fix: 'Schreiben Sie einen Code der Codeliste in „Inhalt“, nicht den Namen.',
    note: 'Wenn die Codeliste in der genannten Version vorliegt (`--codelists`).',
    find(field, report, context) {
      const content = field.text('inhalt');
      if (content === '' || field.child('werte') !== undefined || referenceOf(field)?.version === undefined) return;
      const entries = entriesOf(field, context);
      if (entries !== undefined && !entries.some(({ code }) => code === content)) {
        report(`„${short(content)}“ ist kein Code der Codeliste.`, field.child('inhalt'));
      }
    },
  },
  {
    code: '1122',
    of: ['datenfeld'],
    only: '3.0.0',
    fix: 'Nennen Sie die Id einer Spalte der Codeliste.',
    note: 'Wenn die Codeliste in der genannten Version vorliegt (`--codelists`).',
    find(field, report, context) {
      const list = listOf(field, context);
      if (list === undefined || referenceOf(field)?.version === undefined) return;
      for (const key of ['codeKey', 'nameKey', 'helpKey']) {
        const column = field.text(key);
        if (column !== '' && !list.spalten.some(({ id }) => id === column))
          report(`Die Codeliste hat keine Spalte „${column}“ (${key}).`, field.child(key));
      }
    },
  },
];
