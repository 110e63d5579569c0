import type { Command } from 'commander';
import { say } from '../language.js';
import { addHelp } from './command-help.js';
import { codelistsOption, jsonOption, outFileOption } from './command-options.js';
import { type ReportOptions, reportFolder } from './report-folder.js';
import { runCommand } from './run-command.js';

/** Adds `fim report` to the program. */
export function addReportCommand(program: Command): void {
  const command = program
    .command('report')
    .description(
      say({
        de: 'Berichtet über alle Schemata eines Ordners: was kompiliert, was verstanden ist, was offen bleibt, Satz für Satz.',
        en: 'Reports on all schemas in a folder: what compiles, what is understood, what remains open, sentence by sentence.',
      }),
    )
    .argument(
      say({ de: '<ordner>', en: '<folder>' }),
      say({ de: 'Ordner mit Schemata, auch in Unterordnern', en: 'folder with schemas, also below it' }),
    )
    .addOption(codelistsOption())
    .option(
      say({ de: '--try <datei>', en: '--try <file>' }),
      say({
        de: 'Zeilen, die „serviceportal try --json“ ausgegeben hat, für die Spalte „ausprobiert“',
        en: 'lines that “serviceportal try --json” printed, for the column “tried”',
      }),
    )
    .addOption(outFileOption())
    .addOption(jsonOption())
    .action((folder: string, options: ReportOptions) => runCommand(options.json, () => reportFolder(folder, options)));
  addHelp(command, {
    examples: [
      { call: 'fim report schemas --out report.md', does: { de: 'Bericht in Markdown', en: 'report in Markdown' } },
      {
        call: 'serviceportal try --json --seed 1 schemas/*.xml > tried.jsonl; fim report schemas --try tried.jsonl',
        does: { de: 'mit Probeanträgen', en: 'with applications tried' },
      },
    ],
    exitCodes: {
      0: { de: 'berichtet, auch über Dateien, die sich nicht lesen lassen', en: 'reported, also on files that cannot be read' },
    },
    more: ['docs/fim-coverage.md', 'docs/fim-quality-checks.md', 'docs/errors.md'],
  });
}
