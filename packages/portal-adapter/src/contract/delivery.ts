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
  /** The counterpart's number for that case, from the receipt. */
  readonly counterpartReference?: string;
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
  /** `delivery`: to a Fachverfahren or an office. `records`: to a records system (DMS). */
  readonly kind: 'delivery' | 'records';
  readonly name: string;
  /** Can the counterpart be asked whether it has our key? */
  readonly lookupByKey: boolean;
  /** Does a second create with the same key leave one case? */
  readonly idempotentCreate: boolean;
  readonly attachments: boolean;
  /** Does the counterpart tell what became of a case? */
  readonly statusBack: boolean;
  /** Largest delivery in bytes, if the counterpart has a limit. */
  readonly maxBytes?: number;
  /** What it cannot do, and why. */
  readonly limits: readonly string[];
}

export interface DeliveryContext {
  /** Aborts when the time for this attempt is over. */
  readonly signal: AbortSignal;
}

/** The steps of a hand-over. A connector has those it needs, in the order its counterpart wants. */
export type StepName = 'reserve' | 'create' | 'attach' | 'confirm';

/** What the steps so far learned and the next ones need, such as numbers at the counterpart. Stored sealed; holds no answers. */
export type Progress = Readonly<Record<string, unknown>>;

export interface StepContext extends DeliveryContext {
  /** As the steps before left it, or an attempt at this step that broke off. */
  readonly progress: Progress;
  /** Writes progress in the middle of a step. Once it has returned, no crash loses it. */
  keep(progress: Progress): Promise<void>;
}

/** What a step came to. */
export interface StepResult {
  /** Takes the place of the progress before. Absent: as it was. */
  readonly progress?: Progress;
  /** From the step that made the counterpart responsible. The last one given counts; after the last step there must be one. */
  readonly receipt?: Receipt;
}

/** One step towards a counterpart. It is journalled before and after; what it does must be safe under `whenUnclear`. */
export interface DeliveryStep {
  readonly name: StepName;
  /**
   * What happens when nobody knows whether the step took effect: no answer came, or the process ended.
   * - `repeat`: it runs again; twice is as good as once.
   * - `ask`: `find` is asked first.
   * - `person`: the counterpart cannot be asked, and twice would be two. The delivery stops, a person decides.
   */
  readonly whenUnclear: 'repeat' | 'ask' | 'person';
  /** @throws DeliveryError */
  run(delivery: Delivery, context: StepContext): Promise<StepResult>;
  /** Where `whenUnclear` is `ask`: what the step came to, by our key; null: it had no effect, it may run. @throws DeliveryError */
  find?(delivery: DeliveryIdentity, context: StepContext): Promise<StepResult | null>;
}

/** What a counterpart is asked by. */
export type DeliveryIdentity = Pick<Delivery, 'key' | 'reference' | 'supplement'>;

/** What a counterpart says became of a case that it took. */
export interface CaseStatus {
  /** `accepted`: it is being dealt with. `rejected`: it cannot be, and why. `closed`: it is done with. */
  readonly state: 'received' | 'accepted' | 'rejected' | 'closed';
  /** ISO instant, from the counterpart. */
  readonly at: string;
  /** The counterpart's number, where it came later than the receipt. */
  readonly counterpartReference?: string;
  /** The counterpart's own words; they may name a person. */
  readonly reason?: string;
}

/** What a counterpart sent by itself. */
export interface CallbackRequest {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As it came; signatures are over bytes. */
  readonly body: Buffer;
  readonly now: Date;
}

/** Which deliveries a callback is about. Nothing else in it is believed: the counterpart is asked for them. */
export interface Callback {
  readonly keys: readonly string[];
  readonly counterpartReferences: readonly string[];
}

/** Hands applications to one target. Made once from its configuration; holds no state that matters. */
export interface DeliveryConnector {
  readonly sheet: CapabilitySheet;
  /** In the order in which they run. At least one. */
  readonly steps: readonly DeliveryStep[];
  /** Only where the sheet says `statusBack`. Null: nothing new. @throws DeliveryError */
  status?(delivery: DeliveryIdentity, receipt: Receipt, context: StepContext): Promise<CaseStatus | null>;
  /** Only where the counterpart can call us. @throws DeliveryError `refused`: not from the counterpart, too old, or unreadable */
  callback?(request: CallbackRequest): Promise<Callback>;
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
