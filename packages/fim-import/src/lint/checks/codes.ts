import type { Message } from '../../language.js';
import { type Check, baukasten, released } from '../check.js';
import type { Fassung } from '../../xdatenfelder/angaben.js';

type Known = Readonly<Record<Fassung, readonly string[]>>;

const same = (...codes: string[]): Known => ({ '2.0': codes, '3.0.0': codes });
const typen2 = ['text', 'date', 'bool', 'num', 'num_int', 'num_currency', 'file', 'obj'];

interface Coded {
  readonly code: string;
  readonly of: Check['of'];
  readonly child: string;
  readonly name: string;
  readonly known: Known;
  readonly only?: Fassung;
  /** May the element be absent? */
  readonly optional?: boolean;
}

const coded: readonly Coded[] = [
  {
    code: '1027',
    of: ['datenfeld'],
    child: 'feldart',
    name: 'Feldart',
    known: { '2.0': ['input', 'select', 'label'], '3.0.0': ['input', 'select', 'label', 'hidden', 'locked'] },
  },
  {
    code: '1028',
    of: ['datenfeld'],
    child: 'datentyp',
    name: 'Datentyp',
    known: { '2.0': typen2, '3.0.0': [...typen2, 'text_latin', 'time', 'datetime'] },
  },
  {
    code: '1030',
    of: ['datenfeld'],
    child: 'vorbefuellung',
    name: 'Vorbefüllung',
    known: same('keine', 'optional', 'verpflichtend'),
    only: '3.0.0',
  },
  { code: '1031', of: baukasten, child: 'schemaelementart', name: 'Strukturelementart', known: same('ABS', 'HAR', 'RNG') },
  {
    code: '1033',
    of: ['stammdatenschema'],
    child: 'ableitungsmodifikationenStruktur',
    name: 'Änderbarkeit der Struktur',
    known: same('0', '1', '2', '3'),
  },
  {
    code: '1034',
    of: ['stammdatenschema'],
    child: 'ableitungsmodifikationenRepraesentation',
    name: 'Änderbarkeit der Repräsentation',
    known: same('0', '1'),
  },
  { code: '1042', of: ['datenfeldgruppe'], child: 'art', name: 'Gruppenart', known: same('X'), only: '3.0.0', optional: true },
];

/** Short lists are named. */
function choose(name: string, known: readonly string[]): Message {
  const values = known.length < 6 ? `: ${known.join(', ')}` : '';
  return {
    de: `Wählen Sie für „${name}“ einen Wert des Standards${values}.`,
    en: `Choose a value of the standard for “${name}”${values}.`,
  };
}

const check = ({ code, of, child, name, known, only, optional }: Coded): Check => ({
  code,
  of,
  ...(only !== undefined && { only }),
  fix: choose(name, known['3.0.0']),
  find(element, report) {
    const value = element.code(child);
    if (optional === true && element.child(child) === undefined) return;
    if (known[element.fassung].includes(value)) return;
    report(
      value === ''
        ? { de: `„${name}“ fehlt.`, en: `“${name}” is missing.` }
        : {
            de: `„${value}“ ist kein Wert für „${name}“ in XDatenfelder ${element.fassung}.`,
            en: `“${value}” is no value of “${name}” in XDatenfelder ${element.fassung}.`,
          },
      element.child(child),
    );
  },
});

const statuses: Known = { '2.0': ['aktiv', 'inVorbereitung', 'inaktiv'], '3.0.0': ['1', '2', '3', '4', '5', '6', '7', '8'] };

export const codeChecks: readonly Check[] = [
  ...coded.map(check),
  {
    code: '1032',
    of: released,
    fix: {
      de: 'Setzen Sie einen Status der Codeliste urn:xoev-de:xprozess:codeliste:status (1 bis 8), in XDatenfelder 2.0 aktiv, inVorbereitung oder inaktiv.',
      en: 'Set a status of the code list urn:xoev-de:xprozess:codeliste:status (1 to 8), in XDatenfelder 2.0 aktiv, inVorbereitung or inaktiv.',
    },
    find(element, report) {
      if (statuses[element.fassung].includes(element.status)) return;
      report(
        element.status === ''
          ? { de: 'Der Status fehlt.', en: 'The status is missing.' }
          : { de: `„${element.status}“ ist kein bekannter Status.`, en: `“${element.status}” is no known status.` },
        element.child('freigabestatus') ?? element.child('status'),
      );
    },
  },
];
