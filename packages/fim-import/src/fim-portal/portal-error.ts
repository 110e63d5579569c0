import { type Message, say } from '../language.js';

/** Codes are listed in docs/errors.md. They never change their meaning. */
export type FimPortalErrorCode =
  | 'fim-portal-address'
  | 'fim-portal-answer'
  | 'fim-portal-busy'
  | 'fim-portal-identifier'
  | 'fim-portal-not-found'
  | 'fim-portal-redirected'
  | 'fim-portal-refused'
  | 'fim-portal-too-large'
  | 'fim-portal-unreachable'
  | 'fim-portal-unreleased';

/** What came of asking a portal: names the address and says what to do. */
export class FimPortalError extends Error {
  readonly code: FimPortalErrorCode;
  /** The address asked, or what was given instead of one. */
  readonly address: string;

  constructor(code: FimPortalErrorCode, address: string, reason: Message) {
    super(`${address}: ${say(reason)}`);
    this.name = 'FimPortalError';
    this.code = code;
    this.address = address;
  }
}
