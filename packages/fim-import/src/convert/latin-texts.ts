import { say } from '../language.js';
import { characterOutsideLatin } from '../xdatenfelder/latin.js';
import type { SourcePlace } from '../xml/fim-input-error.js';
import type { Losses } from './losses.js';

/** Texts whose characters the standard restricts (String.Latin 1.1.1). */
const restricted: ReadonlySet<string> = new Set(
  (
    'name beschreibung definition statusGesetztDurch versionshinweis bezeichnung bezeichnungEingabe bezeichnungAusgabe hilfetext ' +
    'hilfetextEingabe hilfetextAusgabe inhalt text fachlicherErsteller'
  ).split(' '),
);

/** What stands for characters that word processors make and the standard lacks. */
const substitutes: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≥': '>=',
  '„': '"',
  '“': '"',
  '”': '"',
  '‚': "'",
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '‑': '-',
  '‐': '-',
  '…': '...',
  '•': '-',
  '→': '->',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u00ad': '',
  '\u200b': '',
  '\ufeff': '',
};

/** The same model with texts that the XSD allows. `Werte` are not restricted. */
export function latinTexts<T>(model: T, losses: Losses): T {
  return walk(model, undefined, losses) as T;
}

interface Element {
  readonly id: string;
  readonly place: SourcePlace;
}

function walk(value: unknown, owner: Element | undefined, losses: Losses): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, owner, losses));
  if (typeof value !== 'object' || value === null) return value;
  const inside = isElement(value) ? value : owner;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => {
    if (key === 'werte') return [key, inner];
    if (typeof inner === 'string' && restricted.has(key)) return [key, latin(inner, inside, losses)];
    return [key, walk(inner, inside, losses)];
  });
  return Object.fromEntries(entries);
}

const isElement = (value: object): value is Element => 'id' in value && 'place' in value;

function latin(text: string, owner: Element | undefined, losses: Losses): string {
  if (characterOutsideLatin(text) === undefined) return text;
  return [...text]
    .map((character) => {
      if (characterOutsideLatin(character) === undefined) return character;
      const instead = substitutes[character] ?? decomposed(character);
      if (owner !== undefined) {
        losses.add(
          owner,
          say({
            de: `Das Zeichen „${character}“ gehört nicht zum Zeichensatz des Standards; geschrieben wird „${instead}“.`,
            en: `The character “${character}” is not in the character set of the standard; written as “${instead}”.`,
          }),
        );
      }
      return instead;
    })
    .join('');
}

function decomposed(character: string): string {
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain !== '' && characterOutsideLatin(plain) === undefined ? plain : '?';
}
