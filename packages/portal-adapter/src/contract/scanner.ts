import type { Readable } from 'node:stream';

/** What a scanner says about one file. */
export type Finding =
  | { readonly kind: 'clean' }
  /** `name`: the scanner's word for it. It comes from outside: printable ASCII, at most 200 characters. */
  | { readonly kind: 'found'; readonly name: string };

/** What a scanner can promise. */
export interface ScannerSheet {
  readonly kind: 'scanning';
  readonly name: string;
  /** Largest file in bytes that it takes. */
  readonly maxBytes: number;
  /** What it cannot do, and why. */
  readonly limits: readonly string[];
}

export interface ScanContext {
  /** Aborts when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** Looks for malware. Made once from its configuration; holds no state that matters. It ends in its own time, at the latest. */
export interface Scanner {
  readonly sheet: ScannerSheet;
  /** Reads `file` to its end. @throws ScanError; and what reading `file` throws */
  scan(file: Readable, context?: ScanContext): Promise<Finding>;
  /** Is it there? @throws ScanError */
  ping(context?: ScanContext): Promise<void>;
}

/**
 * - `unavailable`: it said nothing about the file; try again later.
 * - `too-large`: it does not take files of this size; trying again changes nothing.
 */
export type ScanErrorKind = 'unavailable' | 'too-large';

/** There is no finding. The file counts as not scanned. The message quotes nothing of it. */
export class ScanError extends Error {
  override readonly name = 'ScanError';
  /** Stable; listed in docs/errors.md. */
  readonly code: string;
  readonly kind: ScanErrorKind;
  constructor(code: string, kind: ScanErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.kind = kind;
  }
}
