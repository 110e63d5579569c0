import type { Readable } from 'node:stream';

/** A file that is handed over. It can be opened more than once, for every attempt. */
export interface DeliveryFile {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex digest of the bytes. */
  readonly sha256: string;
  /** `data`: what a machine reads. `form`: the application as a document. `attachment`: what the citizen uploaded. */
  readonly purpose: 'data' | 'form' | 'attachment';
  open(): Readable;
}

/** What comes after an application: an answer to the office's question, or that it is taken back. */
export interface Supplement {
  readonly kind: 'answer' | 'withdrawal';
  /** Key under which the application itself was handed over to this target. */
  readonly of: string;
}

/** What was declared when the application was submitted. */
export interface DeliveredDeclaration {
  /** The service's own name for it. */
  readonly key: string;
  readonly kind: 'declaration' | 'consent';
  /** False: a voluntary one that was left open. */
  readonly given: boolean;
  /** The words as they were shown. */
  readonly text: string;
  /** How a consent can be withdrawn, as it was shown. */
  readonly withdrawal?: string;
  /** Of the words: `de`, `en`, `de-simple`. */
  readonly language: string;
  /** ISO instant. */
  readonly at: string;
}

/** One application on its way to one target, or a supplement to it. */
export interface Delivery {
  /** The same for every attempt; by it a counterpart recognises what it already has. */
  readonly key: string;
  /** The number that the citizen was given (Vorgangsnummer). */
  readonly reference: string;
  readonly service: { readonly key: string; readonly version: string; readonly title: string; readonly leika: readonly string[] };
  readonly municipality: { readonly name: string; readonly ars: string };
  /** ISO instant. */
  readonly submittedAt: string;
  /** Absent: the application itself. The counterpart files it with the case of the key `of`. */
  readonly supplement?: Supplement;
  /** Absent: the service asks for none. */
  readonly declarations?: readonly DeliveredDeclaration[];
  readonly files: readonly DeliveryFile[];
}

/** What the counterpart answered when it took the delivery. */
export interface Receipt {
  /** The counterpart's own number for the case. */
  readonly counterpartReference: string;
  /** ISO instant of the acceptance, from the counterpart. */
  readonly acceptedAt: string;
}

/** What a connector can promise. The contract suite holds it to this. */
export interface CapabilitySheet {
  readonly kind: 'delivery';
  readonly name: string;
  /** Can the counterpart be asked whether it has our key? */
  readonly lookupByKey: boolean;
  /** Does a second create with the same key leave one case? */
  readonly idempotentCreate: boolean;
  readonly attachments: boolean;
  /** Largest delivery in bytes, if the counterpart has a limit. */
  readonly maxBytes?: number;
  /** What it cannot do, and why. */
  readonly limits: readonly string[];
}

export interface DeliveryContext {
  /** Aborts when the time for this attempt is over. */
  readonly signal: AbortSignal;
}

/** Hands applications to one target. Made once from its configuration; holds no state that matters. */
export interface DeliveryConnector {
  readonly sheet: CapabilitySheet;
  /** @throws DeliveryError */
  deliver(delivery: Delivery, context: DeliveryContext): Promise<Receipt>;
  /** Only where the sheet says `lookupByKey`. @throws DeliveryError */
  lookup?(key: string, context: DeliveryContext): Promise<Receipt | null>;
}

/**
 * - `refused`: the counterpart read it and does not want it; trying again changes nothing, a person must look.
 * - `unavailable`: nothing was taken; try again later.
 * - `unclear`: it may have been taken; ask before sending again.
 */
export type DeliveryErrorKind = 'refused' | 'unavailable' | 'unclear';

/** What a `DeliveryError` can carry besides its cause. */
export interface DeliveryErrorOptions extends ErrorOptions {
  /** The counterpart's own words. They may name a person: show them to the clerk, keep them out of logs. */
  readonly reason?: string;
  /** How long the counterpart asks to be left alone. */
  readonly retryAfterSeconds?: number;
}

/** Why a delivery did not end in a receipt. The message names no person and quotes nothing that was handed over. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  /** Stable; listed in docs/errors.md. */
  readonly code: string;
  readonly kind: DeliveryErrorKind;
  readonly reason: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  constructor(code: string, kind: DeliveryErrorKind, message: string, options: DeliveryErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.kind = kind;
    this.reason = options.reason;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
