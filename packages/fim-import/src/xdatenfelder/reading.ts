import { say } from '../language.js';
import { FimInputError, type SourcePlace } from '../xml/fim-input-error.js';
import type { StartTag } from '../xml/element-handler.js';
import { type XmlElement, childOf, childrenOf } from '../xml/xml-element.js';
import type { Fassung } from './angaben.js';
import { characterOutsideLatin } from './latin.js';

/** Something in a file that is not as the standard wants it, but could be read. */
export interface SchemaWarning extends SourcePlace {
  readonly message: string;
  readonly file: string;
}

/** Remarks on one file that anybody would read. */
const mostWarnings = 1_000;

/** One message being read: its version, and what was remarked on the way. */
export class Reading {
  readonly file: string;
  readonly fassung: Fassung;
  readonly namespace: string;
  /** Are relations read? */
  readonly relations: boolean;
  /** Relations that were passed over. */
  skippedRelations = 0;
  readonly warnings: SchemaWarning[] = [];

  constructor(file: string, fassung: Fassung, namespace: string, relations = false) {
    this.relations = relations;
    this.file = file;
    this.fassung = fassung;
    this.namespace = namespace;
  }

  /** Elements of the standard; `code` has no namespace in either version. */
  readonly accepts = (tag: StartTag): boolean => tag.namespace === this.namespace || tag.namespace === '';

  warn(place: SourcePlace, message: string): void {
    const left = mostWarnings - this.warnings.length;
    if (left <= 0) return;
    const said = left > 1 ? message : say({ de: 'Weitere Hinweise sind weggelassen.', en: 'More remarks are left out.' });
    this.warnings.push({ message: said, file: this.file, line: place.line, column: place.column });
  }

  /** A child that may stand once and must not be ambiguous. */
  unambiguous(element: XmlElement, name: string): XmlElement | undefined {
    const [first, second] = childrenOf(element, name);
    if (second !== undefined) {
      const reason = say({
        de: `„${name}“ steht in „${element.name}“ zweimal. Lassen Sie das richtige stehen.`,
        en: `“${name}” stands twice in “${element.name}”. Keep the right one.`,
      });
      throw new FimInputError('fim-element-duplicate', this.file, reason, second);
    }
    return first;
  }

  /** @throws FimInputError without that child, or with an empty one */
  required(element: XmlElement, name: string): string {
    const text = this.singleLine(this.unambiguous(element, name));
    if (text !== undefined) return text;
    throw new FimInputError(
      'fim-element-missing',
      this.file,
      say({
        de: `In „${element.name}“ fehlt „${name}“ oder ist leer. Ergänzen Sie es.`,
        en: `“${name}” is missing or empty in “${element.name}”. Add it.`,
      }),
      element,
    );
  }

  /** A text without line breaks; undefined if there is none. */
  optional(element: XmlElement, name: string): string | undefined {
    return this.singleLine(this.#firstOf(element, name));
  }

  /** A text whose line breaks matter: help texts carry lists. */
  paragraphs(element: XmlElement, name: string): string | undefined {
    const child = this.#firstOf(element, name);
    if (child === undefined) return undefined;
    this.#checkLatin(child);
    const lines = child.text.split(/\r\n|\r|\n/).map((line) => line.trim());
    return (
      lines
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim() || undefined
    );
  }

  /** The code of a coded value: `<feldart><code>input</code></feldart>`. */
  code(element: XmlElement, name: string): string | undefined {
    const coded = this.unambiguous(element, name);
    return coded === undefined ? undefined : this.singleLine(childOf(coded, 'code'));
  }

  singleLine(element: XmlElement | undefined): string | undefined {
    if (element === undefined) return undefined;
    this.#checkLatin(element);
    return element.text.replace(/\s+/g, ' ').trim() || undefined;
  }

  #firstOf(element: XmlElement, name: string): XmlElement | undefined {
    const [first, second] = childrenOf(element, name);
    if (second !== undefined)
      this.warn(
        second,
        say({
          de: `„${name}“ steht in „${element.name}“ zweimal; verwendet wird das erste.`,
          en: `“${name}” stands twice in “${element.name}”; the first is used.`,
        }),
      );
    return first;
  }

  #checkLatin(element: XmlElement): void {
    const character = characterOutsideLatin(element.text);
    if (character !== undefined) {
      this.warn(
        element,
        say({
          de: `Das Zeichen „${character}“ in „${element.name}“ gehört nicht zum Zeichensatz des Standards (String.Latin 1.1.1).`,
          en: `The character “${character}” in “${element.name}” is not in the character set of the standard (String.Latin 1.1.1).`,
        }),
      );
    }
  }
}
