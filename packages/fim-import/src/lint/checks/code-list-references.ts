import type { Message } from '../../language.js';
import type { Check } from '../check.js';
import { referenceOf } from './code-lists.js';

/** RFC 8141 without the optional components; the XRepository allows no others. */
const urn = /^urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:(?:[A-Za-z0-9()+,\-.:=@;$_!*']|%[0-9A-Fa-f]{2})+$/;

const atReference = (code: string, fix: Message, problem: (kennung: string) => Message | undefined): Check => ({
  code,
  of: ['datenfeld'],
  fix,
  find(field, report) {
    const reference = referenceOf(field);
    const message = reference === undefined ? undefined : problem(reference.kennung ?? '');
    if (message !== undefined) report(message, field.child('codelisteReferenz'));
  },
});

export const codeListReferenceChecks: readonly Check[] = [
  {
    code: '1017',
    of: ['datenfeld'],
    fix: {
      de: 'Setzen Sie die Feldart auf „Auswahl“, oder entfernen Sie die Liste.',
      en: 'Set the Feldart to “Auswahl” (select), or remove the list.',
    },
    find(field, report) {
      const list = field.child('werte') ?? field.child('codelisteReferenz');
      if (list !== undefined && field.code('feldart') !== 'select')
        report(
          {
            de: `Das Feld hat eine Liste, aber die Feldart „${field.code('feldart')}“.`,
            en: `The field has a list, but the Feldart “${field.code('feldart')}”.`,
          },
          list,
        );
    },
  },
  {
    code: '1018',
    of: ['datenfeld'],
    fix: { de: 'Ordnen Sie genau eine Codeliste oder Werteliste zu.', en: 'Assign exactly one code list or list of values.' },
    find(field, report) {
      if (field.code('feldart') !== 'select') return;
      const [werte, referenz] = [field.child('werte'), field.child('codelisteReferenz')];
      if (werte === undefined && referenz === undefined)
        report(
          { de: 'Das Auswahlfeld hat weder Codeliste noch Werteliste.', en: 'The selection has neither a code list nor a list of values.' },
          field.child('feldart'),
        );
      if (werte !== undefined && referenz !== undefined)
        report(
          { de: 'Das Auswahlfeld hat eine Codeliste und eine Werteliste.', en: 'The selection has a code list and a list of values.' },
          referenz,
        );
    },
  },
  {
    code: '1058',
    of: ['datenfeld'],
    only: '3.0.0',
    fix: {
      de: 'Entfernen Sie die Spalten, oder ordnen Sie die Codeliste zu, zu der sie gehören.',
      en: 'Remove the columns, or assign the code list to which they belong.',
    },
    find(field, report) {
      const key = ['codeKey', 'nameKey', 'helpKey'].find((name) => field.text(name) !== '');
      if (key !== undefined && field.child('codelisteReferenz') === undefined)
        report(
          {
            de: `„${key}“ nennt eine Spalte, aber das Feld keine Codeliste.`,
            en: `“${key}” names a column, but the field names no code list.`,
          },
          field.child(key),
        );
    },
  },
  atReference('1040', { de: 'Nennen Sie die Kennung der Codeliste.', en: 'Name the Kennung (URN) of the code list.' }, (kennung) =>
    kennung === '' ? { de: 'Die Kennung der Codeliste fehlt.', en: 'The Kennung of the code list is missing.' } : undefined,
  ),
  atReference(
    '1005',
    {
      de: 'Nennen Sie die Kennung aus dem XRepository, etwa urn:de:fim:codeliste:dokumenttyp.',
      en: 'Name the Kennung from the XRepository, such as urn:de:fim:codeliste:dokumenttyp.',
    },
    (kennung) =>
      kennung !== '' && !kennung.startsWith('urn:') ? { de: `„${kennung}“ ist keine URN.`, en: `“${kennung}” is no URN.` } : undefined,
  ),
  atReference(
    '1048',
    {
      de: 'Verwenden Sie in der URN nur Buchstaben ohne Umlaute, Ziffern und die Zeichen :.-_',
      en: 'Use only letters without umlauts, digits and the characters :.-_ in the URN.',
    },
    (kennung) =>
      kennung.startsWith('urn:') && !urn.test(kennung)
        ? { de: `„${kennung}“ ist keine gültige URN.`, en: `“${kennung}” is no valid URN.` }
        : undefined,
  ),
  {
    code: '1105',
    of: ['datenfeld'],
    fix: {
      de: 'Geben Sie neuen Versionen der Codeliste ein Datum als Namen, etwa 2018-03-01.',
      en: 'Name new versions of the code list by a date, such as 2018-03-01.',
    },
    find(field, report) {
      const version = referenceOf(field)?.version;
      if (version !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(version))
        report(
          { de: `Die Version „${version}“ ist kein Datum.`, en: `The version “${version}” is no date.` },
          field.child('codelisteReferenz'),
        );
    },
  },
  {
    code: '1037',
    of: ['datenfeld'],
    fix: { de: 'Verwenden Sie überall dieselbe Version der Codeliste.', en: 'Use the same version of the code list everywhere.' },
    find(field, report, { listVersions }) {
      const kennung = referenceOf(field)?.kennung ?? '';
      const versions = listVersions.get(kennung) ?? [];
      if (kennung !== '' && versions.length > 1) {
        const list = (none: string): string => versions.map((version) => version || none).join(', ');
        report(
          {
            de: `${kennung} wird in ${versions.length} Versionen verwendet: ${list('ohne Version')}.`,
            en: `${kennung} is used in ${versions.length} versions: ${list('without version')}.`,
          },
          field.child('codelisteReferenz'),
        );
      }
    },
  },
  {
    code: '1036',
    of: ['datenfeld'],
    only: '2.0',
    fix: {
      de: 'Legen Sie eine Codeliste mit dieser Kennung und Version nur einmal an.',
      en: 'Create a code list of this Kennung and version only once.',
    },
    note: {
      de: 'Gemeldet wird, wenn zwei Codelisten (C-Ids) dieselbe Kennung und Version tragen.',
      en: 'Reported where two code lists (C ids) have the same Kennung and version.',
    },
    find(field, report, { listIds }) {
      const { kennung, version = '' } = referenceOf(field) ?? {};
      const ids = kennung === undefined ? [] : (listIds.get(`${kennung} ${version}`) ?? []);
      if (ids.length > 1)
        report(
          {
            de: `${ids.join(' und ')} tragen dieselbe Kennung ${kennung} und Version.`,
            en: `${ids.join(' and ')} have the same Kennung ${kennung} and version.`,
          },
          field.child('codelisteReferenz'),
        );
    },
  },
];
