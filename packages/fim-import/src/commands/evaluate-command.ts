import type { Command } from 'commander';
import { say } from '../language.js';
import { addAnswersOptions } from './answers-options.js';
import { addHelp } from './command-help.js';
import { codelistsOption, fileArgument, schemaFile, translatedRulesOption } from './command-options.js';
import { type EvaluateOptions, evaluate } from './evaluate.js';
import { runCommand } from './run-command.js';

/** Adds `fim evaluate` to the program. */
export function addEvaluateCommand(program: Command): void {
  const command = program
    .command('evaluate')
    .description(
      say({
        de: 'Wendet die Regeln eines Schemas auf Antworten an: Was wird gefragt, was ist Pflicht, was ist vorbefüllt, welche Regel ist verletzt?',
        en: 'Applies the rules of a schema to answers: what is asked, what is required, what is filled in, which rule is violated?',
      }),
    )
    .argument(fileArgument(), schemaFile())
    .addOption(codelistsOption())
    .addOption(translatedRulesOption());
  addAnswersOptions(command).action((file: string, options: EvaluateOptions) => runCommand(options.json, () => evaluate(file, options)));
  addHelp(command, {
    examples: [
      {
        call: 'fim evaluate S05000001195V2.3.0_xdf3.xml',
        does: { de: 'Zustand aller Elemente, wenn noch nichts beantwortet ist', en: 'the state of all elements while nothing is answered' },
      },
      {
        call: 'fim evaluate S05000001195V2.3.0_xdf3.xml --answers answers.json --land NW --json',
        does: {
          de: 'answers.json z. B. {"F05000016480":"01"}; Gruppen sind Objekte, wiederholte Gruppen Listen',
          en: 'answers.json e.g. {"F05000016480":"01"}; groups are objects, repeated groups lists',
        },
      },
    ],
    exitCodes: { 0: { de: 'ausgewertet, auch wenn Regeln verletzt sind', en: 'evaluated, even if rules are violated' } },
    more: ['docs/fim-import.md', 'docs/errors.md'],
  });
}
