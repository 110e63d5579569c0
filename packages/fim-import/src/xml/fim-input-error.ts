/** Codes are listed in docs/errors.md. They never change their meaning. */
export type FimInputErrorCode =
  | 'fim-file-unreadable'
  | 'fim-file-empty'
  | 'fim-file-compressed'
  | 'fim-file-encoding'
  | 'fim-xml-invalid'
  | 'fim-xml-truncated'
  | 'fim-xml-doctype'
  | 'fim-xml-too-large'
  | 'fim-xml-too-deep'
  | 'fim-xml-too-many-elements'
  | 'fim-xml-text-too-long'
  | 'fim-not-xdatenfelder'
  | 'fim-namespace-unknown'
  | 'fim-not-a-schema'
  | 'fim-not-a-translation'
  | 'fim-element-missing'
  | 'fim-element-duplicate'
  | 'fim-element-invalid'
  | 'fim-not-genericode'
  | 'fim-not-leistung'
  | 'fim-genericode-invalid'
  | 'fim-translated-rules-invalid'
  | 'fim-answers-invalid'
  | 'fim-path-ambiguous'
  | 'fim-path-unknown'
  | 'fim-package-folder';

/** A place in a source file; lines and columns count from 1. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** Input that cannot be read: says what, where and what to do. The only error that reading a foreign file throws. */
export class FimInputError extends Error {
  readonly code: FimInputErrorCode;
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(code: FimInputErrorCode, file: string, reason: string, place?: SourcePlace) {
    super(place === undefined ? `${file}: ${reason}` : `${file}:${place.line}:${place.column}: ${reason}`);
    this.name = 'FimInputError';
    this.code = code;
    this.file = file;
    this.line = place?.line;
    this.column = place?.column;
  }
}
