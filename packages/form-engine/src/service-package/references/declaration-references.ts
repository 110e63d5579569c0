import type { PackageProblem } from '../package-error.js';
import type { Declaration } from '../service-package.js';

/** Declarations that could not be told apart. */
export function declarationProblems(declarations: readonly Declaration[]): PackageProblem[] {
  const keys = declarations.map(({ key }) => key);
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map((key) => ({
    code: 'package-reference',
    file: 'workflow.yaml',
    path: `declarations/${key}`,
    message: 'Zwei Erklärungen haben denselben Schlüssel. Jede braucht einen eigenen.',
    english: 'Two declarations have the same key. Each needs its own.',
  }));
}
