import type { Check } from '../check.js';
import { referenceOf } from './code-lists.js';

/** RFC 8141 without the optional components; the XRepository allows no others. */
const urn = /^urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:(?:[A-Za-z0-9()+,\-.:=@;$_!*']|%[0-9A-Fa-f]{2})+$/;

const atReference = (code: string, fix: string, problem: (kennung: string) => string | undefined): Check => ({
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
    fix: 'Setzen Sie die Feldart auf „Auswahl“, oder entfernen Sie die Liste.',
    find(field, report) {
      const list = field.child('werte') ?? field.child('codelisteReferenz');
      if (list !== undefined && field.code('feldart') !== 'select')
        report(`Das Feld hat eine Liste, aber die Feldart „${field.code('feldart')}“.`, list);
    },
  },
  {
    code: '1018',
    of: ['datenfeld'],
    fix: 'Ordnen Sie genau eine Codeliste oder Werteliste zu.',
    find(field, report) {
      if (field.code('feldart') !== 'select') return;
      const [werte, referenz] = [field.child('werte'), field.child('codelisteReferenz')];
      if (werte === undefined && referenz === undefined)
        report('Das Auswahlfeld hat weder Codeliste noch Werteliste.', field.child('feldart'));
      if (werte !== undefined && referenz !== undefined) report('Das Auswahlfeld hat eine Codeliste und eine Werteliste.', referenz);
    },
  },
  {
    code: '1058',
    of: ['datenfeld'],
    only: '3.0.0',
    fix: 'Entfernen Sie die Spalten, oder ordnen Sie die Codeliste zu, zu der sie gehören.',
    find(field, report) {
      const key = ['codeKey', 'nameKey', 'helpKey'].find((name) => field.text(name) !== '');
      if (key !== undefined && field.child('codelisteReferenz') === undefined)
        report(`„${key}“ nennt eine Spalte, aber das Feld keine Codeliste.`, field.child(key));
    },
  },
  atReference('1040', 'Nennen Sie die Kennung der Codeliste.', (kennung) =>
    kennung === '' ? 'Die Kennung der Codeliste fehlt.' : undefined,
  ),
  atReference('1005', 'Nennen Sie die Kennung aus dem XRepository, etwa urn:de:fim:codeliste:dokumenttyp.', (kennung) =>
    kennung !== '' && !kennung.startsWith('urn:') ? `„${kennung}“ ist keine URN.` : undefined,
  ),
  atReference('1048', 'Verwenden Sie in der URN nur Buchstaben ohne Umlaute, Ziffern und die Zeichen :.-_', (kennung) =>
    kennung.startsWith('urn:') && !urn.test(kennung) ? `„${kennung}“ ist keine gültige URN.` : undefined,
  ),
  {
    code: '1105',
    of: ['datenfeld'],
    fix: 'Geben Sie neuen Versionen der Codeliste ein Datum als Namen, etwa 2018-03-01.',
    find(field, report) {
      const version = referenceOf(field)?.version;
      if (version !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(version))
        report(`Die Version „${version}“ ist kein Datum.`, field.child('codelisteReferenz'));
    },
  },
  {
    code: '1037',
    of: ['datenfeld'],
    fix: 'Verwenden Sie überall dieselbe Version der Codeliste.',
    find(field, report, { listVersions }) {
      const kennung = referenceOf(field)?.kennung ?? '';
      const versions = listVersions.get(kennung) ?? [];
      if (kennung !== '' && versions.length > 1) {
        const list = versions.map((version) => version || 'ohne Version').join(', ');
        report(`${kennung} wird in ${versions.length} Versionen verwendet: ${list}.`, field.child('codelisteReferenz'));
      }
    },
  },
  {
    code: '1036',
    of: ['datenfeld'],
    only: '2.0',
    fix: 'Legen Sie eine Codeliste mit dieser Kennung und Version nur einmal an.',
    note: 'Gemeldet wird, wenn zwei Codelisten (C-Ids) dieselbe Kennung und Version tragen.',
    find(field, report, { listIds }) {
      const { kennung, version = '' } = referenceOf(field) ?? {};
      const ids = kennung === undefined ? [] : (listIds.get(`${kennung} ${version}`) ?? []);
      if (ids.length > 1) report(`${ids.join(' und ')} tragen dieselbe Kennung ${kennung} und Version.`, field.child('codelisteReferenz'));
    },
  },
];
