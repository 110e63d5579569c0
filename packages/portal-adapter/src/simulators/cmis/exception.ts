/** HTTP status of each exception (CMIS 1.1, section 5.2.10). */
const statuses = {
  invalidArgument: 400,
  filterNotValid: 400,
  permissionDenied: 403,
  streamNotSupported: 403,
  objectNotFound: 404,
  notSupported: 405,
  constraint: 409,
  contentAlreadyExists: 409,
  nameConstraintViolation: 409,
  updateConflict: 409,
  versioning: 409,
  runtime: 500,
  storage: 500,
} as const;

/** What the stand-in does not do, in the words of CMIS. The message goes to whoever asked. */
export class CmisException extends Error {
  override readonly name = 'CmisException';
  readonly exception: keyof typeof statuses;
  constructor(exception: keyof typeof statuses, message: string) {
    super(message);
    this.exception = exception;
  }
  get status(): number {
    return statuses[this.exception];
  }
}
