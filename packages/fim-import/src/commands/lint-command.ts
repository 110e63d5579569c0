import { type Command, Option } from 'commander';
import { type LintCommandOptions, lintFile, printChecks } from './lint.js';
import { runCommand } from './run-command.js';

interface Options extends LintCommandOptions {
  readonly list: boolean;
  readonly markdown: boolean;
}

/** Adds `fim lint` to the program. */
export function addLintCommand(program: Command): void {
  program
    .command('lint')
    .description("run FIM's official quality checks on a schema, group, field or Dokumentsteckbrief (docs/fim-quality-checks.md)")
    .argument('[file]', 'XDatenfelder message 0101 to 0104, version 2.0 or 3.0.0')
    .addOption(
      new Option('--codelists <folder...>', 'folders with genericode lists, searched after that of the schema')
        .env('FIM_CODELISTS')
        .default([], 'none'),
    )
    .option('--all', 'also the checks that FIM has switched off', false)
    .option('--list', 'print every official check and whether it is implemented, instead of checking a file', false)
    .option('--markdown', 'with --list: as the table in the docs', false)
    .option('--json', 'print one line of JSON', false)
    .addHelpText(
      'after',
      '\nExit codes:\n  0  no finding of severity FehlerKritisch or FehlerMethodisch\n  1  the file cannot be checked\n  2  errors found',
    )
    .action((file: string | undefined, options: Options, command: Command) => {
      if (options.list) return printChecks(options);
      if (file === undefined) return command.error("error: missing required argument 'file'");
      return runCommand(options.json, () => lintFile(file, options));
    });
}
