import { type Message, say } from '../language.js';
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

/** Characters of a label that a text can name; a longer one would make a regular expression that is too large. */
const longestLabel = 1_000;

/** Marks that open or close a quotation. */
const quotes = '"\'„“”»«‚‘’';

const wordLists = new Map<string, ReadonlySet<string>>();

/** `'muss|müssen'` → its words. The grammar has a few hundred such lists. */
function wordsOf(alternatives: string): ReadonlySet<string> {
  const words = wordLists.get(alternatives) ?? new Set(alternatives.split('|'));
  wordLists.set(alternatives, words);
  return words;
}

/** Making a regular expression costs more than using it. By source and flags: those that stand in a function are new at each call. */
const stickies = new Map<string, RegExp>();

function stickyOf({ source, flags }: RegExp): RegExp {
  const key = `${flags}/${source}`;
  const sticky = stickies.get(key) ?? new RegExp(source, [...new Set([...flags, 'y'])].join(''));
  stickies.set(key, sticky);
  return sticky;
}

/** The same for known texts: the rules of a form name the same few labels again and again. */
const patterns = new Map<string, RegExp>();
const mostPatterns = 2_000;

function patternOf(known: string): RegExp {
  const before = patterns.get(known);
  if (before !== undefined) return before;
  const words = known
    .trim()
    .split(/\s+/)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const pattern = new RegExp(`${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'iuy');
  if (patterns.size >= mostPatterns) patterns.clear();
  patterns.set(known, pattern);
  return pattern;
}

const expected = (words: string): Message => ({
  de: `Erwartet wird „${words.replaceAll('|', '“ oder „')}“`,
  en: `Expected: “${words.replaceAll('|', '” or “')}”`,
});

/** Thrown by every reading that does not fit: making an error costs more than the reading. */
const lost = new NotUnderstood('', 0);

/** Reads a rule text from left to right and remembers how far understanding got. Words are compared without case. */
export class RuleCursor {
  readonly text: string;
  #whole: string;
  #offset = 0;
  /** Put into words only when somebody asks: most readings that fail are tried on the way to one that fits. */
  #furthest: { readonly reason: () => Message; readonly offset: number } | undefined;
  #rejected = false;
  #attempts = 0;
  #depth = 0;
  #notes: readonly ReadingNote[] = [];
  /** Tokens by the offset from which they were read: readings that are tried one after the other meet the same ones. */
  #tokens = new Map<number, Token>();

  constructor(text: string) {
    this.text = text;
    this.#whole = text;
  }

  get offset(): number {
    return this.#offset;
  }

  get next(): Token {
    const known = this.#tokens.get(this.#offset);
    if (known !== undefined) return known;
    const token = tokenAt(this.#whole, this.#offset);
    this.#tokens.set(this.#offset, token);
    return token;
  }

  /** Readings tried so far. */
  get attempts(): number {
    return this.#attempts;
  }

  get notes(): readonly ReadingNote[] {
    return this.#notes;
  }

  /** What got furthest before it failed, over all attempts. */
  get furthest(): NotUnderstood | undefined {
    return this.#furthest && new NotUnderstood(say(this.#furthest.reason()), this.#furthest.offset);
  }

  note(said: Message, offset = this.next.start): void {
    const message = say(said);
    if (!this.#notes.some((note) => note.message === message)) this.#notes = [...this.#notes, { message, offset }];
  }

  /** Goes back, or on behind what was not understood. */
  moveTo(offset: number): void {
    this.#offset = offset;
    this.#furthest = undefined;
    this.#rejected = false;
  }

  /** Goes back to where something could begin that does not. */
  moveBack(offset: number): void {
    this.#offset = offset;
  }

  /** Reads something that stands elsewhere in the text, and comes back. */
  readAt<T>(offset: number, read: () => T): T | undefined {
    const [here, whole] = [this.#offset, this.#whole];
    this.#offset = offset;
    this.#readFrom(this.text);
    const found = this.attempt(read);
    this.#offset = here;
    this.#readFrom(whole);
    return found;
  }

  /** What stands from here on has been read ahead. */
  endAt(offset: number): void {
    this.#readFrom(this.text.slice(0, offset));
  }

  #readFrom(whole: string): void {
    if (whole === this.#whole) return;
    this.#whole = whole;
    this.#tokens = new Map();
  }

  fail(reason: Message): never {
    this.#miss(() => reason);
  }

  #miss(reason: () => Message): never {
    const offset = this.next.start;
    if (!this.#rejected && (this.#furthest === undefined || offset > this.#furthest.offset)) {
      this.#furthest = { reason, offset };
    }
    throw lost;
  }

  /** Fails on something that was read, but makes no sense: that says more than where another reading got to. */
  reject(reason: Message): never {
    this.#furthest = { reason: () => reason, offset: this.next.start };
    this.#rejected = true;
    throw lost;
  }

  /** Tries one reading; on failure the cursor is where it was. */
  attempt<T>(read: () => T): T | undefined {
    if (++this.#attempts > mostAttempts) throw new TooComplex(this.#offset);
    const [offset, notes, whole] = [this.#offset, this.#notes, this.#whole];
    try {
      return read();
    } catch (error) {
      if (error !== lost) throw error;
      [this.#offset, this.#notes] = [offset, notes];
      this.#readFrom(whole);
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
    [this.#offset, this.#furthest, this.#rejected, this.#notes] = [offset, furthest, rejected, notes];
    this.#readFrom(whole);
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
      if (token.kind !== 'word' || !wordsOf(alternatives).has(token.text.toLowerCase())) {
        this.#offset = offset;
        return false;
      }
      this.#offset = token.end;
    }
    return true;
  }

  expect(...words: readonly string[]): void {
    if (this.take(...words)) return;
    this.#miss(() => expected(words.join(' ')));
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
    return this.#take(stickyOf(pattern));
  }

  /** Takes a text that is known beforehand, such as an unquoted label; white space and case may differ. */
  takeText(known: string): boolean {
    const { start } = this.next;
    const [first = ''] = known.trimStart();
    if (first === '' || known.length > longestLabel) return false;
    if (this.#whole.charAt(start).toLowerCase() !== first.toLowerCase()) return false;
    return this.#take(patternOf(known)) !== undefined;
  }

  #take(sticky: RegExp): RegExpExecArray | undefined {
    sticky.lastIndex = this.next.start;
    const match = sticky.exec(this.#whole);
    if (match === null) return undefined;
    this.#offset = sticky.lastIndex;
    return match;
  }
}
