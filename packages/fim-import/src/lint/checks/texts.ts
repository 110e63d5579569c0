import { characterOutsideLatin } from '../../xdatenfelder/latin.js';
import { childOf, childrenOf } from '../../xml/xml-element.js';
import { type Check, baukasten, released } from '../check.js';
import type { LintElement } from '../lint-element.js';

/** Children that the standard types as String.Latin. */
const latin = new Set(
  (
    'name beschreibung definition bezug versionshinweis statusGesetztDurch fachlicherErsteller bezeichnung bezeichnungEingabe ' +
    'bezeichnungAusgabe hilfetext hilfetextEingabe hilfetextAusgabe inhalt freitextRegel'
  ).split(' '),
);

const labels = [
  ['bezeichnungEingabe', 'hilfetextEingabe'],
  ['bezeichnungAusgabe', 'hilfetextAusgabe'],
  ['bezeichnung', 'hilfetext'],
] as const;

const missing = (code: string, of: Check['of'], child: string, name: string): Check => ({
  code,
  of,
  fix: { de: `Füllen Sie „${name}“ aus.`, en: `Fill in “${name}”.` },
  find(element, report) {
    if (element.text(child) === '') report({ de: `„${name}“ ist leer.`, en: `“${name}” is empty.` }, element.child(child));
  },
});

export const textChecks: readonly Check[] = [
  missing('1002', [...released, 'regel'], 'name', 'Name'),
  missing('1009', baukasten, 'bezeichnungEingabe', 'Bezeichnung Eingabe'),
  missing('1010', baukasten, 'bezeichnungAusgabe', 'Bezeichnung Ausgabe'),
  {
    code: '1050',
    of: ['stammdatenschema', 'dokumentsteckbrief'],
    fix: { de: 'Füllen Sie „Bezeichnung“ aus.', en: 'Fill in “Bezeichnung”.' },
    note: { de: 'In XDatenfelder 2.0: Bezeichnung Eingabe.', en: 'In XDatenfelder 2.0: Bezeichnung Eingabe.' },
    find(element, report) {
      const child = element.fassung === '2.0' ? 'bezeichnungEingabe' : 'bezeichnung';
      if (element.text(child) === '') report({ de: '„Bezeichnung“ ist leer.', en: '“Bezeichnung” is empty.' }, element.child(child));
    },
  },
  {
    code: '1098',
    of: released,
    fix: {
      de: 'Erklären Sie im Hilfetext mehr, als die Bezeichnung sagt, oder lassen Sie ihn weg.',
      en: 'Explain more in the Hilfetext than the Bezeichnung says, or leave it out.',
    },
    find(element, report) {
      for (const [label, help] of labels) {
        const text = element.text(help);
        if (text !== '' && text === element.text(label))
          report(
            { de: `„${help}“ wiederholt die Bezeichnung „${short(text)}“.`, en: `“${help}” repeats the Bezeichnung “${short(text)}”.` },
            element.child(help),
          );
      }
    },
  },
  {
    code: '1099',
    of: released,
    fix: {
      de: 'Erklären Sie im Hilfetext mehr, als der Name sagt, oder lassen Sie ihn weg.',
      en: 'Explain more in the Hilfetext than the name says, or leave it out.',
    },
    note: { de: 'Auch für Name und Hilfe in Wertelisten.', en: 'Also for name and help in lists of values.' },
    find(element, report) {
      for (const [, help] of labels) {
        const text = element.text(help);
        if (text !== '' && text === element.text('name'))
          report(
            { de: `„${help}“ wiederholt den Namen „${short(text)}“.`, en: `“${help}” repeats the name “${short(text)}”.` },
            element.child(help),
          );
      }
      for (const wert of werteOf(element)) {
        const hilfe = childOf(wert, 'hilfe');
        const text = hilfe?.text.trim() ?? '';
        if (text !== '' && text === childOf(wert, 'name')?.text.trim())
          report({ de: `Die Hilfe wiederholt den Namen „${short(text)}“.`, en: `The help repeats the name “${short(text)}”.` }, hilfe);
      }
    },
  },
  {
    code: '1131',
    of: [...released, 'regel'],
    fix: {
      de: 'Ersetzen Sie das Zeichen durch eines aus String.Latin 1.1.1 (etwa „<=“ statt „≤“).',
      en: 'Replace the character by one of String.Latin 1.1.1 (such as “<=” for “≤”).',
    },
    find(element, report) {
      for (const child of element.xml.children) {
        const character = latin.has(child.name) ? characterOutsideLatin(child.text) : undefined;
        if (character !== undefined)
          report(
            {
              de: `„${child.name}“ enthält das Zeichen „${character}“ (${codePoint(character)}).`,
              en: `“${child.name}” contains the character “${character}” (${codePoint(character)}).`,
            },
            child,
          );
      }
    },
  },
];

export const werteOf = (element: LintElement): ReturnType<typeof childrenOf> => {
  const werte = element.child('werte');
  return werte === undefined ? [] : childrenOf(werte, 'wert');
};

const codePoint = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
