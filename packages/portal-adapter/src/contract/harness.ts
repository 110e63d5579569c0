import type { CallbackRequest, CaseStatus, DeliveryConnector } from './delivery.js';

/** What a counterpart can do to a connector. Each lasts until `recover`. */
export type Fault =
  /** Cannot be reached. */
  | 'down'
  /** Reads the case and does not want it; says „Sachgebiet“ in its reason. */
  | 'refuse'
  /** Breaks the connection while the case is being sent. */
  | 'cutMidBody'
  /** Neither reads nor answers. */
  | 'slow'
  /** Keeps the case and never answers. */
  | 'timeoutAfterCommit'
  /** Keeps the case and breaks the connection. */
  | 'cutAfterCommit'
  /** Keeps the case and reports a failure of its own. */
  | 'failAfterCommit'
  /** Keeps the case and answers something that is no receipt. */
  | 'wrongContentType'
  /** Keeps the case and answers a part of a receipt. */
  | 'garbage'
  /** Keeps the case and gives its answer twice. */
  | 'answerTwice'
  /** Answers with a receipt and does not have the case. */
  | 'loseWrite';

/** A case as it lies at the counterpart; digest and size are taken from the bytes there, not from what was announced. */
export interface ArrivedCase {
  readonly key: string;
  readonly reference: string;
  readonly serviceTitle: string;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

/** What the office at the counterpart decides about a case. */
export type Decision = Pick<CaseStatus, 'state' | 'reason'>;

/** How a counterpart that can call us does so; every member is a request as it really sends it. */
export interface Caller {
  /**
   * About the case of this key, signed at this instant.
   *
   * @param paddedBy bytes by which the body is longer than it must be; its signature is right
   */
  request(key: string, at: Date, paddedBy?: number): Promise<CallbackRequest>;
}

/** A connector and the counterpart it talks to, made anew for every test. */
export interface DeliveryHarness {
  readonly connector: DeliveryConnector;
  /** The connector as a new process makes it, towards the same counterpart. Absent: the connector remembers nothing anyway. */
  restarted?(): DeliveryConnector;
  /** Every case that is at the counterpart now. */
  arrived(): Promise<readonly ArrivedCase[]>;
  fault(fault: Fault): Promise<void>;
  recover(): Promise<void>;
  /** Where the sheet says `statusBack`: the office decides about the case of this key. */
  decide?(key: string, decision: Decision): Promise<void>;
  /** Where the sheet says `statusBack`: from now on what the counterpart says about the case of this key is nonsense. */
  garbleStatus?(key: string): Promise<void>;
  /** Where the connector has `callback`. */
  readonly caller?: Caller;
  /** Names of everything that was written beside the place where cases belong. */
  strays(): Promise<readonly string[]>;
  close(): Promise<void>;
}
