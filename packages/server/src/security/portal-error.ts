export type PortalErrorCode =
  | 'draft-too-large'
  | 'draft-unknown'
  | 'form-expired'
  | 'foreign-origin'
  | 'not-found'
  | 'not-signed-in'
  | 'request-unreadable'
  | 'too-large'
  | 'too-many-files'
  | 'too-many-requests'
  | 'unexpected-error';

/** An answer other than the wanted page. The person sees a page in their language; the message is for the log. */
export class PortalError extends Error {
  override readonly name = 'PortalError';
  readonly code: PortalErrorCode;
  readonly status: number;
  constructor(code: PortalErrorCode, status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.status = status;
  }
}

export function notFound(what: string): PortalError {
  return new PortalError('not-found', 404, `${what} does not exist, or not for this visit`);
}
