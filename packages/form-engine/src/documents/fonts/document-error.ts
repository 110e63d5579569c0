export type DocumentErrorCode = 'document-font-invalid' | 'document-font-incomplete';

/** A document cannot be made. `message` says what to do. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly code: DocumentErrorCode;
  constructor(code: DocumentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
