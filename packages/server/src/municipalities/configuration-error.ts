export type ConfigurationErrorCode =
  | 'archive-cases-gone'
  | 'archive-invalid'
  | 'archive-nothing'
  | 'attachment-store-unusable'
  | 'case-not-erased'
  | 'case-unknown'
  | 'configuration-missing'
  | 'configuration-invalid'
  | 'database-unreachable'
  | 'export-not-written'
  | 'key-not-rotated'
  | 'key-unreadable'
  | 'package-needs-identity'
  | 'prefill-link-invalid'
  | 'package-unknown'
  | 'package-unreadable'
  | 'port-in-use'
  | 'process-not-started'
  | 'simulator-invalid';

/** Something in the installation that the operator has to put right. The message says where and what to do. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly code: ConfigurationErrorCode;
  constructor(code: ConfigurationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
