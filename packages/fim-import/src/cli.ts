import { Command, Option } from 'commander';
import { compare, type CompareOptions } from './commands/compare.js';
import { compile } from './commands/compile.js';
import { convert, type ConvertOptions } from './commands/convert.js';
import { evaluate, type EvaluateOptions } from './commands/evaluate.js';
import { explain } from './commands/explain.js';
import { inspect } from './commands/inspect.js';
import { addLintCommand } from './commands/lint-command.js';
import { pack } from './commands/pack.js';
import { payloadSchema } from './commands/payload-schema.js';
import { runCommand } from './commands/run-command.js';
import { toJsonSchema } from './compile/payload/json-schema.js';
import { toXsd } from './compile/payload/xsd.js';

interface Options {
  readonly codelists: readonly string[];
  readonly json: boolean;
  readonly out: string;
}

const program = new Command('fim').description('Reads FIM schemas (XDatenfelder 2.0 and 3.0.0) and makes service packages of them.');

function schemaCommand(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('<file>', 'XDatenfelder schema')
    .addOption(
      new Option('--codelists <folder...>', 'folders with genericode lists, searched after that of the schema')
        .env('FIM_CODELISTS')
        .default([], 'none'),
    );
}

schemaCommand('inspect', 'print what a schema holds and what of it could not be compiled')
  .option('--json', 'print one line of JSON', false)
  .action((file: string, options: Options) => runCommand(options.json, () => inspect(file, options)));

function withAnswers(command: Command): Command {
  return command
    .option('--answers <file>', 'JSON, nested by element id; default: nothing answered')
    .option('--land <code>', 'Land whose rules apply, two letters, e.g. NW')
    .option('--today <date>', 'day for which ages are reckoned', new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
    .option('--json', 'print one line of JSON', false);
}

withAnswers(schemaCommand('evaluate', 'print which elements are asked, required, restricted or filled in for given answers')).action(
  (file: string, options: EvaluateOptions) => runCommand(options.json, () => evaluate(file, options)),
);

withAnswers(
  schemaCommand('explain', 'say why an element is asked: rules, how they were understood, and legal basis').argument(
    '<path>',
    'e.g. G1/F2',
  ),
).action((file: string, path: string, options: EvaluateOptions) => runCommand(options.json, () => explain(file, path, options)));

schemaCommand('compile', 'write the folder of a service package; in an existing one replace only fim/')
  .requiredOption('--out <folder>', 'folder of the service package')
  .option('--json', 'print one line of JSON', false)
  .action((file: string, options: Options) => runCommand(options.json, () => compile(file, options)));

program
  .command('pack')
  .description('compile package folders to the archives that a portal runs')
  .argument('<folder...>', 'folders with service.yaml and fim/')
  .requiredOption('--out <path>', 'a file *.json, or a folder')
  .option('--json', 'print one line of JSON for each', false)
  .action((folders: string[], options: Options) => runCommand(options.json, () => pack(folders, options)));

program
  .command('compare')
  .description('say what changes from one schema to another, for whom, and what drafts and a package would lose')
  .argument('<old>', 'XDatenfelder schema, or package folder')
  .argument('<new>', 'XDatenfelder schema, or package folder')
  .option('--codelists <folder...>', 'folders with genericode lists, besides those of the schemas', [])
  .option('--package <folder>', 'package whose entries are tried on the new schema; default: <old>, if it is a folder and <new> a file')
  .option('--json', 'print one line of JSON', false)
  .action((old: string, now: string, options: CompareOptions) => runCommand(options.json, () => compare(old, now, options)));

schemaCommand('convert', 'write a schema in the other version of XDatenfelder, and say what is lost (docs/fim-convert.md)')
  .addOption(new Option('--to <version>', 'version of XDatenfelder').choices(['2', '3']).makeOptionMandatory())
  .option('--out <file>', 'default: the terminal; code lists of version 2 are written beside it')
  .option('--relations', 'keep relations between elements; version 3 only', false)
  .option('--json', 'with --out: print one line of JSON', false)
  .action((file: string, options: ConvertOptions) => runCommand(options.json, () => convert(file, options)));

addLintCommand(program);

schemaCommand('json-schema', 'write the JSON Schema of what an application hands over')
  .option('--out <file>', 'default: the terminal')
  .action((file: string, options: Options) =>
    runCommand(false, () => payloadSchema(file, options, (form) => `${JSON.stringify(toJsonSchema(form), null, 2)}\n`)),
  );

schemaCommand('xsd', 'write the XML Schema (XFall) of what an application hands over')
  .option('--out <file>', 'default: the terminal')
  .action((file: string, options: Options) => runCommand(false, () => payloadSchema(file, options, toXsd)));

await program.parseAsync();
