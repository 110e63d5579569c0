import type { Command } from 'commander';
import { say } from '../language.js';
import { addHelp } from './command-help.js';
import { jsonOption } from './command-options.js';
import { type PackOptions, pack } from './pack.js';
import { runCommand } from './run-command.js';

/** Adds `fim pack` to the program. */
export function addPackCommand(program: Command): void {
  const command = program
    .command('pack')
    .description(
      say({
        de: 'Packt Ordner von Diensten zu den Archiven, die ein Portal ausführt, und prüft sie dabei.',
        en: 'Packs folders of service packages to the archives that a portal runs, and checks them.',
      }),
    )
    .argument(
      say({ de: '<ordner...>', en: '<folder...>' }),
      say({ de: 'Ordner mit service.yaml und fim/', en: 'folders with service.yaml and fim/' }),
    )
    .requiredOption(
      say({ de: '--out <pfad>', en: '--out <path>' }),
      say({ de: 'eine Datei *.json, oder ein Ordner', en: 'a file *.json, or a folder' }),
    )
    .addOption(jsonOption(say({ de: 'je Archiv eine Zeile JSON ausgeben', en: 'print one line of JSON for each archive' })))
    .action((folders: string[], options: PackOptions) => runCommand(options.json, () => pack(folders, options)));
  addHelp(command, {
    examples: [
      { call: 'fim pack my-service --out my-service.json', does: { de: 'ein Dienst, eine Datei', en: 'one service, one file' } },
      {
        call: 'fim pack services/hundesteuer my-service --out archives',
        does: { de: 'mehrere Dienste in einen Ordner', en: 'several services into a folder' },
      },
    ],
    more: ['docs/service-package.md', 'docs/errors.md'],
  });
}
