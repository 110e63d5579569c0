import type { Share, TextCoverage } from '@serviceportal/form-engine';
import { say } from '../language.js';

/** Keys that are named; all of them stand in the JSON. */
const mostNamed = 5;

/** How much of a package is said in each language, one line each. */
export function coverageText(coverage: readonly TextCoverage[]): string {
  return coverage.map(({ language, texts, codes }) => `  ${language.padEnd(9)}  ${line(texts, codes)}`).join('\n');
}

function line(texts: Share, codes: Share): string {
  const missing = [...texts.missing, ...codes.missing];
  const named = missing.slice(0, mostNamed).join(', ');
  const left = missing.length - mostNamed;
  const { de, en } = {
    de: `${texts.there} von ${texts.total} Texten, ${codes.there} von ${codes.total} Codes`,
    en: `${texts.there} of ${texts.total} texts, ${codes.there} of ${codes.total} codes`,
  };
  if (missing.length === 0) return say({ de, en });
  const more = left > 0 ? { de: ` und ${left} weitere`, en: ` and ${left} more` } : { de: '', en: '' };
  return say({ de: `${de}; es fehlen: ${named}${more.de}`, en: `${en}; missing: ${named}${more.en}` });
}
