import type { SourcePlace } from './fim-input-error.js';

/** A start tag. `line` and `column` are those of the end of the tag, where the content begins. */
export interface StartTag extends SourcePlace {
  /** Namespace URI, `''` for none. Prefixes carry no meaning and are not kept. */
  readonly namespace: string;
  readonly name: string;
  /** Value of an attribute without a namespace. */
  attribute(name: string): string | undefined;
}

/** Receives what stands in one element. What it does not ask for is parsed for well-formedness and forgotten. */
export interface ElementHandler {
  /** The handler of a child element, or undefined to skip it with all that is in it. */
  child?(tag: StartTag): ElementHandler | undefined;
  /** At the end tag. `text` is the element's own text without that of its children; empty unless `wantsText`. */
  end?(text: string, end: SourcePlace): void;
  readonly wantsText?: boolean;
}

/** Thrown by a handler that has seen enough: the rest of the file is not read. */
export class StopReading extends Error {}
