/**
 * `-unavailable`: it may work later (it is down, slow, or full). `-missing`: there is no such file. `-refused`: it does not let us in, or
 * there is no such place; a person must look.
 */
export type StoreErrorCode = 'attachment-store-unavailable' | 'attachment-missing' | 'attachment-store-refused';

/** Why the place where files lie did not do what it was asked: on its side, not on that of who sends or reads a file. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
