import type { Command } from 'commander';
import { addCompareCommand } from './commands/compare-command.js';
import { addCompileCommand } from './commands/compile-command.js';
import { addConvertCommand } from './commands/convert-command.js';
import { addEvaluateCommand } from './commands/evaluate-command.js';
import { addExplainCommand } from './commands/explain-command.js';
import { addFetchCommand } from './commands/fetch-command.js';
import { addInspectCommand } from './commands/inspect-command.js';
import { addLeistungCommand } from './commands/leistung-command.js';
import { addLintCommand } from './commands/lint-command.js';
import { addPackCommand } from './commands/pack-command.js';
import { addJsonSchemaCommand, addXsdCommand } from './commands/payload-schema-commands.js';
import { createProgram } from './commands/program.js';
import { addReportCommand } from './commands/report-command.js';
import { addSearchCommand } from './commands/search-command.js';

/** The command line `fim`, in the language of this process; its help lists the commands in this order. */
export function fimProgram(): Command {
  const program = createProgram();
  addSearchCommand(program);
  addFetchCommand(program);
  addInspectCommand(program);
  addEvaluateCommand(program);
  addExplainCommand(program);
  addCompileCommand(program);
  addLeistungCommand(program);
  addPackCommand(program);
  addCompareCommand(program);
  addConvertCommand(program);
  addLintCommand(program);
  addReportCommand(program);
  addJsonSchemaCommand(program);
  addXsdCommand(program);
  return program;
}
