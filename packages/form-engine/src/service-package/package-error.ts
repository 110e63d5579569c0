export type PackageErrorCode =
  | 'package-archive-digest'
  | 'package-archive-format'
  | 'package-file-missing'
  | 'package-file-unknown'
  | 'package-overlay'
  | 'package-reference'
  | 'package-shape'
  | 'package-yaml';

/** One mistake in a service package, with its place. Line and column count from 1. */
export interface PackageProblem {
  readonly code: PackageErrorCode;
  /** What is wrong and what to do. German: authors of packages work in administrations. */
  readonly message: string;
  /** The same in English, for who works in English. */
  readonly english?: string;
  readonly file?: string;
  /** Place inside the file, e.g. `/pages/0/slug`, or path of a form element. */
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

function describe({ file, line, column, path, message }: PackageProblem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [place, path, message].filter(Boolean).join(' – ');
}

/** A service package that cannot be compiled or read. Carries every problem found; `code` and place are those of the first. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
  readonly code: PackageErrorCode;
  readonly file: string | undefined;
  readonly path: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly problems: readonly PackageProblem[];
  /** The message in English. */
  readonly english: string;

  constructor(first: PackageProblem, ...more: readonly PackageProblem[]) {
    super([first, ...more].map(describe).join('\n'));
    this.english = [first, ...more].map((problem) => describe({ ...problem, message: problem.english ?? problem.message })).join('\n');
    this.code = first.code;
    this.file = first.file;
    this.path = first.path;
    this.line = first.line;
    this.column = first.column;
    this.problems = [first, ...more];
  }
}

/** Throws if there are problems. */
export function refuse(problems: readonly PackageProblem[]): void {
  const [first, ...more] = problems;
  if (first) throw new PackageError(first, ...more);
}
