import type { Command } from 'commander';
import { say } from '../language.js';
import { addHelp } from './command-help.js';
import { codelistsOption, fileArgument, jsonOption } from './command-options.js';
import { type LintCommandOptions, lintFile, printChecks } from './lint.js';
import { runCommand } from './run-command.js';

interface Options extends LintCommandOptions {
  readonly list: boolean;
  readonly markdown: boolean;
}

/** Adds `fim lint` to the program. */
export function addLintCommand(program: Command): void {
  const command = program
    .command('lint')
    .description(
      say({
        de: 'Prüft ein Schema, eine Gruppe, ein Feld oder einen Dokumentsteckbrief mit den Qualitätsprüfungen von FIM.',
        en: "Runs FIM's official quality checks on a schema, group, field or Dokumentsteckbrief.",
      }),
    )
    .argument(
      say({ de: '[datei]', en: '[file]' }),
      say({ de: 'Nachricht 0101 bis 0104 in XDatenfelder 2.0 oder 3.0.0', en: 'message 0101 to 0104 in XDatenfelder 2.0 or 3.0.0' }),
    )
    .addOption(codelistsOption())
    .option('--all', say({ de: 'auch die Prüfungen, die FIM abgeschaltet hat', en: 'also the checks that FIM has switched off' }), false)
    .option(
      '--list',
      say({
        de: 'statt zu prüfen alle Prüfungen nennen, und ob es sie hier gibt',
        en: 'name all checks and whether they are implemented, instead of checking',
      }),
      false,
    )
    .option('--markdown', say({ de: 'mit --list: als Tabelle der Dokumentation', en: 'with --list: as the table in the docs' }), false)
    .addOption(jsonOption())
    .action((file: string | undefined, options: Options) => {
      if (options.list) return printChecks(options);
      if (file === undefined) return command.error(`error: missing required argument '${fileArgument().slice(1, -1)}'`);
      return runCommand(options.json, () => lintFile(file, options));
    });
  addHelp(command, {
    examples: [
      {
        call: 'fim lint S05000001195V2.3.0_xdf3.xml',
        does: { de: 'Befunde mit Schwere, Nummer, Stelle und Abhilfe', en: 'findings with severity, number, place and a way to fix them' },
      },
      { call: 'fim lint --list', does: { de: 'welche Prüfungen es gibt', en: 'which checks there are' } },
    ],
    exitCodes: {
      0: {
        de: 'kein Befund der Schwere FehlerKritisch oder FehlerMethodisch',
        en: 'no finding of severity FehlerKritisch or FehlerMethodisch',
      },
      2: { de: 'es gibt solche Befunde', en: 'there are such findings' },
    },
    more: ['docs/fim-quality-checks.md', 'docs/errors.md'],
  });
}
