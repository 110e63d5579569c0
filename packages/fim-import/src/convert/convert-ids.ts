import type { Fassung } from '../xdatenfelder/angaben.js';

/**
 * The id in the other version: version 3 has the three digits of the Unternummernkreis after the digits of the Land. An id of
 * version 3 whose Unternummernkreis is not 000 has no counterpart and stays as it is; version 2 allows that.
 */
export function idIn(fassung: Fassung, id: string): string {
  if (fassung === '2.0') return id.replace(/^([A-Z]\d{2})000(\d{6}|-.*)$/, '$1$2');
  return id.replace(/^([A-Z]\d{2})(\d{6}|-.*)$/, '$1000$2');
}

/** The ids of elements that a rule text names, in the other version. */
export function idsInText(fassung: Fassung, text: string): string {
  const inText = fassung === '2.0' ? /(?<![A-Za-z])[SGFR]\d{2}000\d{6}(?!\d)/g : /(?<![A-Za-z])[SGFR]\d{8}(?!\d)/g;
  return text.replace(inText, (id) => idIn(fassung, id));
}

/** `1.2` ↔ `1.2.0`. The third number of version 3 is lost. */
export function versionIn(fassung: Fassung, version: string | undefined): { readonly version?: string } {
  if (version === undefined) return {};
  const numbers = version.split('.');
  const wanted = fassung === '2.0' ? 2 : 3;
  return { version: Array.from({ length: wanted }, (_, index) => numbers[index] ?? '0').join('.') };
}

/** Does the version say more than its counterpart in version 2 can? */
export const losesPatch = (version: string | undefined): boolean => !/^\d+\.\d+(\.0+)?$/.test(version ?? '0.0');
