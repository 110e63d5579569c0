import type { Command } from 'commander';
import { say } from '../language.js';
import { addAnswersOptions } from './answers-options.js';
import { addHelp } from './command-help.js';
import { codelistsOption, fileArgument, schemaFile, translatedRulesOption } from './command-options.js';
import type { EvaluateOptions } from './evaluate.js';
import { explain } from './explain.js';
import { runCommand } from './run-command.js';

/** Adds `fim explain` to the program. */
export function addExplainCommand(program: Command): void {
  const command = program
    .command('explain')
    .description(
      say({
        de: 'Sagt, warum ein Element gefragt wird: die Regeln, wie sie verstanden wurden, und die Rechtsgrundlage.',
        en: 'Says why an element is asked: the rules, how they were understood, and the legal basis.',
      }),
    )
    .argument(fileArgument(), schemaFile())
    .argument(
      say({ de: '<pfad>', en: '<path>' }),
      say({
        de: 'Ids von außen nach innen, z. B. G1/F2; das Ende oder eine Id genügt, wenn sie nur eine Stelle meint',
        en: 'ids from the outside in, e.g. G1/F2; the end or one id is enough where it means one place only',
      }),
    )
    .addOption(codelistsOption())
    .addOption(translatedRulesOption());
  addAnswersOptions(command).action((file: string, path: string, options: EvaluateOptions) =>
    runCommand(options.json, () => explain(file, path, options)),
  );
  addHelp(command, {
    examples: [
      {
        call: 'fim explain S05000001195V2.3.0_xdf3.xml G05000010678 --answers answers.json',
        does: {
          de: 'warum diese Frage mit diesen Antworten gestellt wird oder nicht',
          en: 'why this question is asked with these answers, or not',
        },
      },
    ],
    more: ['docs/fim-import.md', 'docs/errors.md'],
  });
}
