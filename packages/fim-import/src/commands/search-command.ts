import { type Command, InvalidArgumentError, Option } from 'commander';
import { say } from '../language.js';
import { addHelp } from './command-help.js';
import { jsonOption } from './command-options.js';
import { portalOption } from './portal-options.js';
import { runCommand } from './run-command.js';
import { type SearchOptions, search } from './search.js';

/** Adds `fim search` to the program. */
export function addSearchCommand(program: Command): void {
  const command = program
    .command('search')
    .description(
      say({
        de: 'Sucht Datenschemas im FIM-Portal. Für eine Id zeigt es alle Fassungen.',
        en: 'Searches the FIM portal for data schemas. For an id it shows all versions.',
      }),
    )
    .argument('<text>', say({ de: 'Wörter, oder eine Id wie S05000001195', en: 'words, or an id such as S05000001195' }))
    .addOption(
      new Option(
        say({ de: '--limit <zahl>', en: '--limit <number>' }),
        say({ de: 'so viele Treffer höchstens', en: 'at most that many results' }),
      )
        .argParser(positive)
        .default(50),
    )
    .addOption(portalOption())
    .addOption(jsonOption())
    .action((text: string, options: SearchOptions) => runCommand(options.json, () => search(text, options)));
  addHelp(command, {
    examples: [
      { call: 'fim search Hundesteuer', does: { de: 'Id, Fassung, Status, Datum und Titel', en: 'id, version, status, date and title' } },
      { call: 'fim search S05000001195', does: { de: 'alle Fassungen dieses Schemas', en: 'all versions of this schema' } },
    ],
    exitCodes: { 0: { de: 'gesucht, auch wenn nichts gefunden wurde', en: 'searched, even if nothing was found' } },
    more: ['docs/fim-portal.md', 'docs/errors.md'],
  });
}

function positive(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= 10_000) return number;
  throw new InvalidArgumentError(say({ de: 'Möglich ist 1 bis 10000.', en: 'Possible is 1 to 10000.' }));
}
