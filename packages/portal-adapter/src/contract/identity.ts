import type { AssuranceLevel, PersonAttribute } from '@serviceportal/form-engine';

/** What the portal wants to know, and how sure it must be. */
export interface SignInRequest {
  /** Where the person comes back to, as it is registered with the identity service. */
  readonly redirectUri: string;
  /** Nothing else is asked for, as far as the service can be asked for less. */
  readonly attributes: readonly PersonAttribute[];
  /** Null: any. */
  readonly level: AssuranceLevel | null;
}

/** What has to be kept until the person comes back; nobody else may read or change it. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
  readonly level: AssuranceLevel | null;
  /** What was asked for: more is not read. */
  readonly attributes: readonly PersonAttribute[];
}

export interface SignInStart {
  /** Where the browser goes. */
  readonly address: string;
  readonly pending: PendingSignIn;
}

export interface KnownAttribute {
  readonly value: string;
  /** `basic`: as the person told the service. */
  readonly level: AssuranceLevel;
}

/** Who signed in, as far as it was asked. */
export interface Identity {
  /** The same for the same person at this portal (bPK2, `sub`). Null: the service gives none. */
  readonly pseudonym: string | null;
  readonly level: AssuranceLevel;
  readonly attributes: Readonly<Partial<Record<PersonAttribute, KnownAttribute>>>;
}

/** Lets people sign in with an identity service. Made once from its configuration; holds no state that matters. */
export interface IdentityConnector {
  /** @throws IdentityError `identity-unavailable` */
  begin(request: SignInRequest): Promise<SignInStart>;
  /**
   * @param query of the address at which the person came back, without `?`. Untrusted.
   * @throws IdentityError
   */
  finish(pending: PendingSignIn, query: string): Promise<Identity>;
}

/**
 * - `identity-denied`: the person broke off.
 * - `identity-unavailable`: the service does not answer; try again later.
 * - `identity-refused`: the answer is not what was asked for, not from the service, or was used before.
 * - `identity-too-low`: signed in, but not as surely as demanded.
 */
export type IdentityErrorCode = 'identity-denied' | 'identity-unavailable' | 'identity-refused' | 'identity-too-low';

/** Why nobody is signed in. The message names no person and quotes nothing that came from one. */
export class IdentityError extends Error {
  override readonly name = 'IdentityError';
  readonly code: IdentityErrorCode;
  constructor(code: IdentityErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
