import type { Command } from 'commander';
import { say } from '../language.js';
import { jsonOption } from './command-options.js';
import { landOption } from './land-option.js';

/** Options of the commands that evaluate the rules of a schema. */
export function addAnswersOptions(command: Command): Command {
  return command
    .option(
      say({ de: '--answers <datei>', en: '--answers <file>' }),
      say({
        de: 'Antworten in JSON, nach Element-Id geschachtelt; sonst ist nichts beantwortet',
        en: 'answers in JSON, nested by element id; otherwise nothing is answered',
      }),
    )
    .addOption(landOption())
    .option(
      say({ de: '--today <datum>', en: '--today <date>' }),
      say({
        de: 'Tag, zu dem Alter und Fristen gerechnet werden, JJJJ-MM-TT',
        en: 'day for which ages and deadlines are reckoned, YYYY-MM-DD',
      }),
      new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }),
    )
    .addOption(jsonOption());
}
