import type { Command } from 'commander';
import { say } from '../language.js';
import { addHelp } from './command-help.js';
import { codelistsOption, jsonOption } from './command-options.js';
import { type CompareOptions, compare } from './compare.js';
import { runCommand } from './run-command.js';

/** Adds `fim compare` to the program. */
export function addCompareCommand(program: Command): void {
  const either = say({ de: 'Schema, oder Ordner eines Dienstes', en: 'schema, or folder of a service package' });
  const command = program
    .command('compare')
    .description(
      say({
        de: 'Sagt, was sich von einem Schema zum anderen ändert und für wen, und was angefangene Entwürfe und der Dienst verlören.',
        en: 'Says what changes from one schema to another and for whom, and what running drafts and the service package would lose.',
      }),
    )
    .argument(say({ de: '<alt>', en: '<old>' }), either)
    .argument(say({ de: '<neu>', en: '<new>' }), either)
    .option(
      say({ de: '--package <ordner>', en: '--package <folder>' }),
      say({
        de: 'Dienst, dessen Einträge am neuen Schema geprüft werden; sonst: <alt>, wenn das ein Ordner ist und <neu> eine Datei',
        en: 'service package whose entries are tried on the new schema; otherwise: <old>, if it is a folder and <new> a file',
      }),
    )
    .addOption(codelistsOption())
    .addOption(jsonOption())
    .action((old: string, now: string, options: CompareOptions) => runCommand(options.json, () => compare(old, now, options)));
  addHelp(command, {
    examples: [
      {
        call: 'fim compare S05000001195V2.3.0_xdf3.xml S05000001195V2.4.0_xdf3.xml',
        does: { de: 'was eine neue Fassung ändert', en: 'what a new version changes' },
      },
      {
        call: 'fim compare services/hundesteuer S05999000001V1.1.0_xdf3.xml',
        does: {
          de: 'dazu, welche Einträge des Dienstes nicht mehr passen',
          en: 'also, which entries of the service package no longer fit',
        },
      },
      {
        call: 'fim compare services/hundesteuer my-service',
        does: {
          de: 'zwei Dienste, wie sie sich denen zeigen, die den Antrag stellen',
          en: 'two service packages as those see them who apply',
        },
      },
    ],
    exitCodes: {
      0: { de: 'kein Unterschied', en: 'no difference' },
      2: { de: 'es gibt Unterschiede', en: 'there are differences' },
    },
    more: ['docs/fim-import.md', 'docs/service-package.md', 'docs/errors.md'],
  });
}
