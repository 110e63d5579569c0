import type { Command } from 'commander';
import { say } from '../language.js';
import { addHelp } from './command-help.js';
import { codelistsOption, fileArgument, jsonOption, schemaFile, translatedRulesOption } from './command-options.js';
import { type InspectOptions, inspect } from './inspect.js';
import { runCommand } from './run-command.js';

/** Adds `fim inspect` to the program. */
export function addInspectCommand(program: Command): void {
  const command = program
    .command('inspect')
    .description(
      say({
        de: 'Zeigt ein Schema als Baum und nennt, was davon offen bleibt: Regeln, die nicht verstanden werden, Codelisten, die fehlen.',
        en: 'Prints a schema as a tree and says what of it remains open: rules that are not understood, code lists that are missing.',
      }),
    )
    .argument(fileArgument(), schemaFile())
    .addOption(codelistsOption())
    .addOption(translatedRulesOption())
    .addOption(jsonOption())
    .action((file: string, options: InspectOptions) => runCommand(options.json, () => inspect(file, options)));
  addHelp(command, {
    examples: [
      {
        call: 'fim inspect S05000001195V2.3.0_xdf3.xml',
        does: {
          de: 'Baum, Zahlen, Warnungen mit Zeile und Spalte, offene Punkte',
          en: 'tree, counts, warnings with line and column, open items',
        },
      },
      {
        call: 'fim inspect S05000058V1.0_xdf2.xml --codelists codelisten --json',
        does: { de: 'dasselbe für Programme, mit Codelisten aus einem Ordner', en: 'the same for programs, with code lists from a folder' },
      },
    ],
    more: ['docs/fim-import.md', 'docs/glossary.md', 'docs/errors.md'],
  });
}
