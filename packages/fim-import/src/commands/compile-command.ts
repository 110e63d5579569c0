import type { Command } from 'commander';
import { say } from '../language.js';
import { addHelp } from './command-help.js';
import { codelistsOption, fileArgument, jsonOption, schemaFile, translatedRulesOption, translationsOption } from './command-options.js';
import { type CompileCommandOptions, compile } from './compile.js';
import { runCommand } from './run-command.js';

/** Adds `fim compile` to the program. */
export function addCompileCommand(program: Command): void {
  const command = program
    .command('compile')
    .description(
      say({
        de: 'Macht aus einem Schema den Ordner eines Dienstes. In einem Ordner, den es schon gibt, wird nur fim/ ersetzt; was Sie geschrieben haben, bleibt.',
        en: 'Makes the folder of a service package from a schema. In an existing one only fim/ is replaced; what you wrote stays.',
      }),
    )
    .argument(fileArgument(), schemaFile())
    .requiredOption(
      say({ de: '--out <ordner>', en: '--out <folder>' }),
      say({ de: 'Ordner des Dienstes', en: 'folder of the service package' }),
    )
    .addOption(codelistsOption())
    .addOption(translatedRulesOption())
    .addOption(translationsOption())
    .addOption(jsonOption())
    .action((file: string, options: CompileCommandOptions) => runCommand(options.json, () => compile(file, options)));
  addHelp(command, {
    examples: [
      {
        call: 'fim compile S05000001195V2.3.0_xdf3.xml --out my-service',
        does: { de: 'legt den Ordner an und nennt, was offen bleibt', en: 'writes the folder and says what remains open' },
      },
      {
        call: 'fim compile S05000001195V2.4.0_xdf3.xml --out my-service',
        does: {
          de: 'übernimmt eine neue Fassung des Schemas; was sie ändert, sagt vorher fim compare',
          en: 'takes over a new version of the schema; what it changes is said by fim compare beforehand',
        },
      },
    ],
    more: ['docs/fim-import.md', 'docs/service-package.md', 'docs/errors.md'],
  });
}
