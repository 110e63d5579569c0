import { type Command, Option } from 'commander';
import { say } from '../language.js';
import { addHelp } from './command-help.js';
import { codelistsOption, fileArgument, jsonOption, outFileOption, schemaFile } from './command-options.js';
import { type ConvertOptions, convert } from './convert.js';
import { runCommand } from './run-command.js';

/** Adds `fim convert` to the program. */
export function addConvertCommand(program: Command): void {
  const command = program
    .command('convert')
    .description(
      say({
        de: 'Schreibt ein Schema in der anderen Version von XDatenfelder und nennt, was dabei verloren geht.',
        en: 'Writes a schema in the other version of XDatenfelder and says what is lost.',
      }),
    )
    .argument(fileArgument(), schemaFile())
    .addOption(
      new Option('--to <version>', say({ de: 'Version von XDatenfelder', en: 'version of XDatenfelder' }))
        .choices(['2', '3'])
        .makeOptionMandatory(),
    )
    .addOption(
      outFileOption(
        say({
          de: 'Ausgabe. Codelisten der Version 2 kommen daneben',
          en: 'standard output. Code lists of version 2 are written beside it',
        }),
      ),
    )
    .option(
      '--relations',
      say({ de: 'Relationen zwischen Elementen behalten; nur Version 3', en: 'keep relations between elements; version 3 only' }),
      false,
    )
    .addOption(codelistsOption())
    .addOption(jsonOption(say({ de: 'mit --out: eine Zeile JSON ausgeben', en: 'with --out: print one line of JSON' })))
    .action((file: string, options: ConvertOptions) => runCommand(options.json, () => convert(file, options)));
  addHelp(command, {
    examples: [
      {
        call: 'fim convert S05000058V1.0_xdf2.xml --to 3 --out S05000058_xdf3.xml',
        does: { de: 'Codelisten daneben werden zu Wertelisten im Schema', en: 'code lists beside it become lists of values in the schema' },
      },
    ],
    more: ['docs/fim-convert.md', 'docs/errors.md'],
  });
}
