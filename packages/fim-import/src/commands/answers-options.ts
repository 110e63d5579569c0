import type { Command } from 'commander';
import { say } from '../language.js';
import { jsonOption } from './command-options.js';
import { landOption } from './land-option.js';
import { todayOption } from './today-option.js';

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
    .addOption(todayOption())
    .addOption(jsonOption());
}
