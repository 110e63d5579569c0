import type { ElementHandler, StartTag } from '../xml/element-handler.js';
import type { RelationSource } from './lint-element.js';

/**
 * Reads relations, of which some files hold tens of thousands: one handler for all of them, so that none costs an object for each
 * element in it.
 */
export class RelationHandler implements ElementHandler {
  #praedikat = '';
  #objekt = '';
  #line = 0;
  #column = 0;
  #into: RelationSource[] = [];

  /** The relation whose tag was read goes into that list. */
  start({ line, column }: StartTag, into: RelationSource[]): this {
    this.#praedikat = '';
    this.#objekt = '';
    this.#line = line;
    this.#column = column;
    this.#into = into;
    return this;
  }

  child({ name }: StartTag): ElementHandler | undefined {
    return name === 'praedikat' ? this.#coded : name === 'objekt' ? this.#identified : undefined;
  }

  end(): void {
    this.#into.push({ praedikat: this.#praedikat, objekt: this.#objekt, line: this.#line, column: this.#column });
  }

  readonly #code: ElementHandler = { wantsText: true, end: (text) => void (this.#praedikat = text.trim()) };
  readonly #coded: ElementHandler = { child: ({ name }) => (name === 'code' ? this.#code : undefined) };
  readonly #id: ElementHandler = { wantsText: true, end: (text) => void (this.#objekt = text.trim()) };
  readonly #identified: ElementHandler = { child: ({ name }) => (name === 'id' ? this.#id : undefined) };
}
