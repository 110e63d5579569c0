import { declarationsIn } from '../service-package/service-in-language.js';
import type { Declaration, Language, ServicePackage } from '../service-package/service-package.js';

/** What a person did with one declaration when submitting. */
export interface Declared extends Pick<Declaration, 'key' | 'kind'> {
  /** False: a voluntary one that was left open. */
  readonly given: boolean;
  /** The words as they were shown. */
  readonly text: string;
  readonly withdrawal?: string;
  /** Of the words. */
  readonly language: Language;
  /** ISO instant. */
  readonly at: string;
}

/** Keys of the declarations without which the application cannot be submitted, and which are not among `given`. */
export function missingDeclarations(pkg: ServicePackage, given: readonly string[]): string[] {
  return (pkg.workflow.declarations ?? []).flatMap(({ key, required }) => (required && !given.includes(key) ? [key] : []));
}

/**
 * What is kept of the declarations: each of the package, given or not, in the words that were shown.
 * @param language in which they were shown
 * @param given keys; others than those of the package are ignored
 * @param at ISO instant
 */
export function declare(pkg: ServicePackage, language: Language, given: readonly string[], at: string): Declared[] {
  return declarationsIn(pkg, language).map(({ key, kind, text, withdrawal, language: shown }) => ({
    key,
    kind,
    given: given.includes(key),
    text,
    ...(withdrawal !== undefined && { withdrawal }),
    language: shown,
    at,
  }));
}
