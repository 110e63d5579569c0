import type { FitConnectBehaviour } from './behaviour.js';
import type { WorldKeys } from './keys.js';
import type { SubmissionStore } from './submission-store.js';

/** Who may ask the delivery service, and for what. */
export interface FitConnectClient {
  readonly id: string;
  readonly secret: string;
  /** `subscriber`: reads what arrives at the destination and decides on it. */
  readonly role: 'sender' | 'subscriber';
}

/** What a destination takes. */
export interface DestinationService {
  readonly identifier: string;
  readonly regions?: readonly string[];
  readonly submissionSchemas?: readonly { readonly schemaUri: string; readonly mimeType: string }[];
}

export interface DemonstrationDestination {
  readonly id: string;
  /** Empty: everything. */
  readonly services: readonly DestinationService[];
  readonly callback?: { readonly url: string; readonly secret: string };
}

/** Everything the stand-in's interfaces share. */
export interface FitConnectWorld {
  readonly keys: WorldKeys;
  readonly store: SubmissionStore;
  readonly clients: readonly FitConnectClient[];
  readonly destination: DemonstrationDestination;
  readonly limits: { readonly attachmentBytes: number; readonly submissionBytes: number };
  /** Addresses under which it is reached; known once it listens. */
  addresses(): { readonly submission: string; readonly routing: string };
  behaviour(): FitConnectBehaviour;
  now(): Date;
}

/** What goes into an RFC 9457 answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly type: string;
  constructor(status: number, type: string, detail: string) {
    super(detail);
    this.status = status;
    this.type = type;
  }
}

export const problemPrefix = 'https://schema.fitko.de/fit-connect/submission-api/problems/';
