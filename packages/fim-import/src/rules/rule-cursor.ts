import { NotUnderstood, TooComplex } from './not-understood.js';
import { type Token, tokenAt } from './token.js';

/** Something that was read in the only way that makes sense, and that a person should confirm. */
export interface ReadingNote {
  readonly message: string;
  readonly offset: number;
}

/** Readings that are tried for one text; the longest rule of the corpus takes about 300. */
const mostAttempts = 100_000;
/** Brackets within brackets. */
const deepest = 30;

/** Marks that open or close a quotation. */
const quotes = '"\'„“”»«';

/** Reads a rule text from left to right and remembers how far understanding got. Words are compared without case. */
export class RuleCursor {
  readonly text: string;
  #whole: string;
  #offset = 0;
  #furthest: NotUnderstood | undefined;
  #rejected = false;
  #attempts = 0;
  #depth = 0;
  #notes: readonly ReadingNote[] = [];

  constructor(text: string) {
    this.text = text;
    this.#whole = text;
  }

  get offset(): number {
    return this.#offset;
  }

  get next(): Token {
    return tokenAt(this.#whole, this.#offset);
  }

  get notes(): readonly ReadingNote[] {
    return this.#notes;
  }

  /** What got furthest before it failed, over all attempts. */
  get furthest(): NotUnderstood | undefined {
    return this.#furthest;
  }

  note(message: string, offset = this.next.start): void {
    if (!this.#notes.some((note) => note.message === message)) this.#notes = [...this.#notes, { message, offset }];
  }

  /** Goes back, or on behind what was not understood. */
  moveTo(offset: number): void {
    this.#offset = offset;
    this.#furthest = undefined;
    this.#rejected = false;
  }

  /** Reads something that stands elsewhere in the text, and comes back. */
  readAt<T>(offset: number, read: () => T): T | undefined {
    const [here, whole] = [this.#offset, this.#whole];
    [this.#offset, this.#whole] = [offset, this.text];
    const found = this.attempt(read);
    [this.#offset, this.#whole] = [here, whole];
    return found;
  }

  /** What stands from here on has been read ahead. */
  endAt(offset: number): void {
    this.#whole = this.text.slice(0, offset);
  }

  fail(reason: string): never {
    const failure = new NotUnderstood(reason, this.next.start);
    if (!this.#rejected && (this.#furthest === undefined || failure.offset > this.#furthest.offset)) this.#furthest = failure;
    throw failure;
  }

  /** Fails on something that was read, but makes no sense: that says more than where another reading got to. */
  reject(reason: string): never {
    this.#furthest = new NotUnderstood(reason, this.next.start);
    this.#rejected = true;
    throw this.#furthest;
  }

  /** Tries one reading; on failure the cursor is where it was. */
  attempt<T>(read: () => T): T | undefined {
    if (++this.#attempts > mostAttempts) throw new TooComplex(this.#offset);
    const [offset, notes, whole] = [this.#offset, this.#notes, this.#whole];
    try {
      return read();
    } catch (error) {
      if (!(error instanceof NotUnderstood) || error instanceof TooComplex) throw error;
      [this.#offset, this.#notes, this.#whole] = [offset, notes, whole];
      return undefined;
    }
  }

  /** Reads something inside of something of the same kind. */
  nested<T>(read: () => T): T {
    if (++this.#depth > deepest) throw new TooComplex(this.#offset);
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }

  /** Looks ahead, without taking anything. */
  startsWith(read: () => unknown): boolean {
    const [offset, furthest, rejected, notes, whole] = [this.#offset, this.#furthest, this.#rejected, this.#notes, this.#whole];
    const starts = this.attempt(() => (read(), true)) ?? false;
    [this.#offset, this.#furthest, this.#rejected, this.#notes, this.#whole] = [offset, furthest, rejected, notes, whole];
    return starts;
  }

  /** Reads the same words once for each element: `A und B sind leer`. */
  forEach<T, R>(elements: readonly T[], read: (element: T) => R): readonly R[] {
    const start = this.#offset;
    return elements.map((element, index) => {
      if (index > 0) this.#offset = start;
      return read(element);
    });
  }

  /** Takes the words if they stand here one after the other. Alternatives are separated by `|`: `'muss|müssen'`. */
  take(...words: readonly string[]): boolean {
    const offset = this.#offset;
    for (const alternatives of words) {
      const token = this.next;
      if (token.kind !== 'word' || !alternatives.split('|').includes(token.text.toLowerCase())) {
        this.#offset = offset;
        return false;
      }
      this.#offset = token.end;
    }
    return true;
  }

  expect(...words: readonly string[]): void {
    if (!this.take(...words)) this.fail(`Erwartet wird „${words.join(' ').replaceAll('|', '“ oder „')}“`);
  }

  takeMark(marks: string): boolean {
    const token = this.next;
    if (token.kind !== 'mark' || !marks.includes(token.text)) return false;
    this.#offset = token.end;
    return true;
  }

  /** A single quotation mark, whether or not another one follows. */
  takeQuote(): boolean {
    const { start } = this.next;
    if (start >= this.#whole.length || !quotes.includes(this.#whole.charAt(start))) return false;
    this.#offset = start + 1;
    return true;
  }

  takeToken(kind: Token['kind']): Token | undefined {
    const token = this.next;
    if (token.kind !== kind) return undefined;
    this.#offset = token.end;
    return token;
  }

  /** Takes what matches here, after white space. */
  takePattern(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = new RegExp(pattern.source, [...new Set([...pattern.flags, 'y'])].join(''));
    sticky.lastIndex = this.next.start;
    const match = sticky.exec(this.#whole);
    if (match === null) return undefined;
    this.#offset = sticky.lastIndex;
    return match;
  }

  /** Takes a text that is known beforehand, such as an unquoted label; white space and case may differ. */
  takeText(known: string): boolean {
    const words = known
      .trim()
      .split(/\s+/)
      .map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
    if (words.join('') === '') return false;
    return this.takePattern(new RegExp(`${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'iu')) !== undefined;
  }
}
