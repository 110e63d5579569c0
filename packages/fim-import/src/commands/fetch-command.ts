import { type Command, Option } from 'commander';
import { say } from '../language.js';
import { addHelp } from './command-help.js';
import { codelistsOption, jsonOption } from './command-options.js';
import { type FetchCommandOptions, fetchCommand } from './fetch.js';
import { cacheOption, portalOption } from './portal-options.js';
import { runCommand } from './run-command.js';

/** Adds `fim fetch` to the program. */
export function addFetchCommand(program: Command): void {
  const command = program
    .command('fetch')
    .description(
      say({
        de: 'Holt ein Datenschema vom FIM-Portal, mit den Regeln, die FIM übersetzt hat, und legt die Codelisten dazu, die Sie haben.',
        en: 'Fetches a data schema from the FIM portal, with the rules that FIM has translated, and adds the code lists that you have.',
      }),
    )
    .argument('<schema>', say({ de: 'Id, z. B. S05000001195', en: 'id, e.g. S05000001195' }))
    .argument(
      say({ de: '[fassung]', en: '[version]' }),
      say({ de: 'z. B. V2.3.0; sonst die neueste freigegebene', en: 'e.g. V2.3.0; otherwise the newest released one' }),
    )
    .addOption(
      new Option(
        say({ de: '--out <ordner>', en: '--out <folder>' }),
        say({ de: 'wohin die Dateien kommen', en: 'where the files go' }),
      ).default('.', say({ de: 'dieser Ordner', en: 'this folder' })),
    )
    .addOption(codelistsOption())
    .addOption(
      new Option('--refresh', say({ de: 'auch holen, was schon geholt ist', en: 'also fetch what was fetched before' })).default(false),
    )
    .addOption(cacheOption())
    .addOption(portalOption())
    .addOption(jsonOption())
    .action((id: string, version: string | undefined, options: FetchCommandOptions) =>
      runCommand(options.json, () => fetchCommand(id, version, options)),
    );
  addHelp(command, {
    examples: [
      {
        call: 'fim fetch S05000001195 --out schemas',
        does: { de: 'die neueste freigegebene Fassung', en: 'the newest released version' },
      },
      {
        call: 'fim fetch S05000001195 V2.3.0 --codelists codelisten',
        does: { de: 'eine bestimmte Fassung, mit Codelisten aus einem Ordner', en: 'a certain version, with code lists from a folder' },
      },
    ],
    exitCodes: {
      0: { de: 'geholt, auch wenn Codelisten oder Übersetzungen fehlen', en: 'fetched, even if code lists or translations are missing' },
    },
    more: ['docs/fim-portal.md', 'docs/errors.md'],
  });
}
