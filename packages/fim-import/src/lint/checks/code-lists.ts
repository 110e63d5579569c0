import type { Codeliste } from '../../codelists/codeliste.js';
import { codesOf } from '../../codelists/codes-of.js';
import { referenceName } from '../../codelists/find-codelist.js';
import type { Message } from '../../language.js';
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

function twice(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const value of values.filter((one) => one !== '')) (seen.has(value) ? again : seen).add(value);
  return [...again];
}

const atList = (code: string, fix: Message, problem: (entries: readonly Entry[]) => Message | undefined): Check => ({
  code,
  of: ['datenfeld'],
  fix,
  note: { de: 'Codelisten, soweit sie vorliegen (`--codelists`).', en: 'Code lists as far as they are at hand (`--codelists`).' },
  find(field, report, context) {
    const entries = entriesOf(field, context);
    const message = entries === undefined ? undefined : problem(entries);
    if (message !== undefined) report(message, field.child('werte') ?? field.child('codelisteReferenz'));
  },
});

const ofNamedVersion: Message = {
  de: 'Wenn die Codeliste in der genannten Version vorliegt (`--codelists`).',
  en: 'If the code list is at hand in the version named (`--codelists`).',
};

const quoted = (values: readonly string[]): Message => {
  const shown = values.slice(0, 5).map(short);
  return { de: shown.map((value) => `„${value}“`).join(', '), en: shown.map((value) => `“${value}”`).join(', ') };
};

export const codeListContentChecks: readonly Check[] = [
  atList(
    '1044',
    { de: 'Nehmen Sie weitere Einträge auf, oder verwenden Sie ein Wahrheitswert-Feld.', en: 'Add entries, or use a yes/no field.' },
    ({ length }) =>
      length < 2
        ? {
            de: `Die Liste hat ${length === 0 ? 'keinen Eintrag' : 'nur einen Eintrag'}.`,
            en: `The list has ${length === 0 ? 'no entry' : 'only one entry'}.`,
          }
        : undefined,
  ),
  atList('1045', { de: 'Geben Sie jedem Eintrag einen eigenen Code.', en: 'Give each entry a code of its own.' }, (entries) => {
    const codes = twice(entries.map(({ code }) => code));
    const { de, en } = quoted(codes);
    return codes.length > 0 ? { de: `Mehrfach vergebene Codes: ${de}.`, en: `Codes used more than once: ${en}.` } : undefined;
  }),
  atList('1093', { de: 'Geben Sie jedem Eintrag einen eigenen Namen.', en: 'Give each entry a name of its own.' }, (entries) => {
    const unique = new Map(entries.map(({ code, name }) => [code, name]));
    const names = twice([...unique.values()]);
    const { de, en } = quoted(names);
    return names.length > 0 ? { de: `Mehrfach vergebene Namen: ${de}.`, en: `Names used more than once: ${en}.` } : undefined;
  }),
  {
    code: '1085',
    of: ['datenfeld'],
    only: '3.0.0',
    fix: {
      de: 'Schreiben Sie einen Code der Werteliste in „Inhalt“, nicht den Namen.',
      en: 'Write a code of the list of values into “Inhalt”, not the name.',
    },
    find(field, report) {
      const content = field.text('inhalt');
      const codes = werteOf(field).map((wert) => childOf(wert, 'code')?.text.trim());
      if (content !== '' && field.child('werte') !== undefined && !codes.includes(content)) {
        report(
          { de: `„${short(content)}“ ist kein Code der Werteliste.`, en: `“${short(content)}” is no code of the list of values.` },
          field.child('inhalt'),
        );
      }
    },
  },
  {
    code: '1076',
    of: ['datenfeld'],
    fix: {
      de: 'Schreiben Sie einen Code der Codeliste in „Inhalt“, nicht den Namen.',
      en: 'Write a code of the code list into “Inhalt”, not the name.',
    },
    note: ofNamedVersion,
    find(field, report, context) {
      const content = field.text('inhalt');
      if (content === '' || field.child('werte') !== undefined || referenceOf(field)?.version === undefined) return;
      const entries = entriesOf(field, context);
      if (entries !== undefined && !entries.some(({ code }) => code === content)) {
        report(
          { de: `„${short(content)}“ ist kein Code der Codeliste.`, en: `“${short(content)}” is no code of the code list.` },
          field.child('inhalt'),
        );
      }
    },
  },
  {
    code: '1122',
    of: ['datenfeld'],
    only: '3.0.0',
    fix: { de: 'Nennen Sie die Id einer Spalte der Codeliste.', en: 'Name the id of a column of the code list.' },
    note: ofNamedVersion,
    find(field, report, context) {
      const list = listOf(field, context);
      if (list === undefined || referenceOf(field)?.version === undefined) return;
      for (const key of ['codeKey', 'nameKey', 'helpKey']) {
        const column = field.text(key);
        if (column !== '' && !list.spalten.some(({ id }) => id === column))
          report(
            { de: `Die Codeliste hat keine Spalte „${column}“ (${key}).`, en: `The code list has no column “${column}” (${key}).` },
            field.child(key),
          );
      }
    },
  },
];
