/** One message to one person. It names what happened, never an answer. */
export interface Notice {
  /** The same for every attempt: a recipient's program recognises by it what it already has. Letters, digits, hyphens, dots. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** Plain text; lines end with `\n`. */
  readonly text: string;
  /** BCP 47 tag of subject and text. */
  readonly language: string;
}

/** What a connector can promise. */
export interface NotifierSheet {
  readonly kind: 'notification';
  readonly name: string;
  /** What it cannot do, and why. */
  readonly limits: readonly string[];
}

export interface NotifierContext {
  /** Aborts when the time for this attempt is over. */
  readonly signal: AbortSignal;
}

/** Tells people that something happened. Made once from its configuration; holds no state that matters. */
export interface Notifier {
  readonly sheet: NotifierSheet;
  /** Resolves when the counterpart has taken the message, which is not yet that it arrived. @throws NotificationError */
  send(notice: Notice, context: NotifierContext): Promise<void>;
}

/**
 * - `refused`: the counterpart does not take a message to this address; trying again changes nothing.
 * - `unavailable`: it was not taken, or nobody knows; try again. In doubt a person gets it twice.
 */
export type NotificationErrorKind = 'refused' | 'unavailable';

/** Why a message was not taken. The text names no person and no address: mail servers quote both, so their words are left out. */
export class NotificationError extends Error {
  override readonly name = 'NotificationError';
  /** Stable; listed in docs/errors.md. */
  readonly code: string;
  readonly kind: NotificationErrorKind;
  constructor(code: string, kind: NotificationErrorKind, message: string) {
    super(message);
    this.code = code;
    this.kind = kind;
  }
}
