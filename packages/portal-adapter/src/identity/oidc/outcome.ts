import * as oidc from 'openid-client';
import { IdentityError } from '../../contract/identity.js';

/** Errors at the provider that are no decision about this person (OAuth 2.0, RFC 6749, section 4.1.2.1). */
const passing = ['temporarily_unavailable', 'server_error'];

/** Codes of the library that mean: no answer, or no answer in time. */
const unreachable = ['OAUTH_TIMEOUT', 'OAUTH_ABORT'];

/** What went wrong, in our words. What the provider wrote stays out of the message: it may name a person. */
export function identityErrorOf(error: unknown): IdentityError {
  if (error instanceof IdentityError) return error;
  if (error instanceof oidc.AuthorizationResponseError) return authorizationError(error);
  const response = responseOf(error);
  if (response !== null && response.status >= 500) {
    return new IdentityError('identity-unavailable', `The identity service answered with ${response.status}.`, { cause: error });
  }
  const code = codeOf(error);
  if (isLost(error) || (code !== null && unreachable.includes(code))) {
    return new IdentityError('identity-unavailable', 'The identity service cannot be reached.', { cause: error });
  }
  return new IdentityError('identity-refused', `The answer of the identity service was refused (${code ?? 'unknown'}).`, { cause: error });
}

function authorizationError(error: oidc.AuthorizationResponseError): IdentityError {
  if (error.error === 'access_denied') return new IdentityError('identity-denied', 'The person broke the sign-in off.', { cause: error });
  if (error.error === 'unmet_authentication_requirements') {
    return new IdentityError('identity-too-low', 'The identity service cannot give the demanded level.', { cause: error });
  }
  const code = passing.includes(error.error) ? 'identity-unavailable' : 'identity-refused';
  return new IdentityError(code, 'The identity service ended the sign-in with an error.', { cause: error });
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** `fetch` reports what it cannot reach as a TypeError, which the library passes on, or wraps. */
function isLost(error: unknown): boolean {
  const hasName = error !== null && typeof error === 'object' && 'name' in error;
  if (!hasName || codeOf(error) !== null) return false;
  return error.name === 'TypeError' || ('cause' in error && isLost(error.cause));
}

/** The HTTP answer that an error is about. */
function responseOf(error: unknown): Response | null {
  const about = error instanceof oidc.ResponseBodyError ? error.response : error instanceof Error ? error.cause : null;
  return about instanceof Response ? about : null;
}
