import { SaxesParser, type SaxesTagNS } from 'saxes';
import { say } from '../language.js';
import type { ElementHandler, StartTag } from './element-handler.js';
import { FimInputError, type FimInputErrorCode, type SourcePlace } from './fim-input-error.js';
import { defaultLimits, type XmlLimits } from './xml-limits.js';

interface OpenElement {
  readonly handler: ElementHandler;
  text: string;
}

/**
 * The one reader of foreign XML: namespaces, positions, limits, no DTD. It builds nothing itself; a stack of handlers takes
 * what it wants. Feed it with `write`, then call `close`.
 * @throws FimInputError for everything that is not well-formed or exceeds a limit
 */
export class XmlReader {
  // What XML 1.1 allows more, such as control characters, cannot be written in XML 1.0 again.
  readonly #parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  readonly #open: OpenElement[] = [];
  readonly #file: string;
  readonly #limits: XmlLimits;
  #skippedDepth = 0;
  #elements = 0;
  #closing = false;

  constructor(file: string, root: (tag: StartTag) => ElementHandler | undefined, limits: XmlLimits = defaultLimits) {
    this.#file = file;
    this.#limits = limits;
    const text = (piece: string) => this.#text(piece);
    this.#parser.on('opentag', (tag) => this.#openTag(tag, root));
    this.#parser.on('closetag', () => this.#closeTag());
    this.#parser.on('text', text);
    this.#parser.on('cdata', text);
    this.#parser.on('doctype', () => {
      this.refuse(
        'fim-xml-doctype',
        say({
          de: 'Ein DOCTYPE wird nicht angenommen. Entfernen Sie die Zeile <!DOCTYPE …>.',
          en: 'A DOCTYPE is not accepted. Remove the line <!DOCTYPE …>.',
        }),
      );
    });
    this.#parser.on('error', (error) => this.#malformed(error.message));
  }

  write(chunk: string): void {
    this.#parser.write(chunk);
  }

  close(): void {
    this.#closing = true;
    this.#parser.close();
  }

  get #place(): SourcePlace {
    return { line: this.#parser.line, column: this.#parser.column + 1 };
  }

  /** Ends reading with an error at the place that was reached. */
  refuse(code: FimInputErrorCode, reason: string): never {
    throw new FimInputError(code, this.#file, reason, this.#place);
  }

  #malformed(message: string): never {
    const reason = message.replace(/^(?:.*?:)?\d+:\d+: /, '').replace(/\.$/, '');
    if (this.#closing && this.#open.length > 0) {
      this.refuse(
        'fim-xml-truncated',
        say({
          de: `Die Datei ist abgeschnitten (${reason}). Laden Sie sie noch einmal herunter.`,
          en: `The file is cut off (${reason}). Download it again.`,
        }),
      );
    }
    this.refuse('fim-xml-invalid', say({ de: `Das ist kein wohlgeformtes XML: ${reason}.`, en: `This is no well-formed XML: ${reason}.` }));
  }

  #openTag(tag: SaxesTagNS, root: (tag: StartTag) => ElementHandler | undefined): void {
    const depth = this.#open.length + this.#skippedDepth;
    if (depth >= this.#limits.depth) {
      this.refuse(
        'fim-xml-too-deep',
        say({
          de: `Elemente sind mehr als ${this.#limits.depth} Ebenen tief geschachtelt.`,
          en: `Elements are nested more than ${this.#limits.depth} levels deep.`,
        }),
      );
    }
    if (this.#skippedDepth > 0) {
      this.#skippedDepth++;
      return;
    }
    if (++this.#elements > this.#limits.elements) {
      this.refuse(
        'fim-xml-too-many-elements',
        say({
          de: `Die Datei hat mehr als ${this.#limits.elements} Elemente. Prüfen Sie, ob es die richtige ist.`,
          en: `The file has more than ${this.#limits.elements} elements. Check whether it is the right one.`,
        }),
      );
    }
    const { attributes } = tag;
    const start: StartTag = {
      namespace: tag.uri,
      name: tag.local,
      line: this.#parser.line,
      column: this.#parser.column + 1,
      attribute: (name) => attributes[name]?.value,
    };
    const parent = this.#open.at(-1);
    const handler = parent === undefined ? root(start) : parent.handler.child?.(start);
    if (handler === undefined) this.#skippedDepth = 1;
    else this.#open.push({ handler, text: '' });
  }

  #closeTag(): void {
    if (this.#skippedDepth > 0) {
      this.#skippedDepth--;
      return;
    }
    const element = this.#open.pop();
    element?.handler.end?.(element.text, this.#place);
  }

  #text(piece: string): void {
    if (this.#skippedDepth > 0) return;
    const element = this.#open.at(-1);
    if (element?.handler.wantsText !== true) return;
    element.text += piece;
    if (element.text.length > this.#limits.textLength) {
      this.refuse(
        'fim-xml-text-too-long',
        say({
          de: `Ein Text ist länger als ${this.#limits.textLength} Zeichen.`,
          en: `A text has more than ${this.#limits.textLength} characters.`,
        }),
      );
    }
  }
}
