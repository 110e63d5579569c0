import { InvalidArgumentError, Option } from 'commander';
import { say } from '../language.js';
import { laenderCodes } from '../rules/laender.js';

/** The two-letter code of a Land, also in small letters. @throws InvalidArgumentError for anything else */
export function landCode(text: string): string {
  const code = text.toUpperCase();
  if (laenderCodes.has(code)) return code;
  const codes = [...laenderCodes].sort().join(', ');
  throw new InvalidArgumentError(say({ de: `Erwartet wird eines von: ${codes}.`, en: `Expected is one of: ${codes}.` }));
}

export const landOption = (): Option =>
  new Option(
    say({ de: '--land <kürzel>', en: '--land <code>' }),
    say({
      de: 'Land, dessen Regeln gelten, z. B. NW; ohne Angabe gilt, was für „alle anderen Länder“ gilt',
      en: 'Land (state) whose rules apply, e.g. NW; without it, what rules say for all others',
    }),
  ).argParser(landCode);
