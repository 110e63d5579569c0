import type { Command } from 'commander';
import { toJsonSchema } from '../compile/payload/json-schema.js';
import { toXsd } from '../compile/payload/xsd.js';
import { say } from '../language.js';
import { addHelp } from './command-help.js';
import { codelistsOption, fileArgument, outFileOption } from './command-options.js';
import { type PayloadSchemaOptions, payloadSchema } from './payload-schema.js';
import { runCommand } from './run-command.js';

const source = (): string =>
  say({ de: 'Schema, oder Ordner eines Dienstes mit seinem Overlay', en: 'schema, or folder of a service package with its overlay' });

/** Adds `fim json-schema` to the program. */
export function addJsonSchemaCommand(program: Command): void {
  const command = program
    .command('json-schema')
    .description(
      say({
        de: 'Schreibt das JSON Schema dessen, was ein Fachverfahren bekommt.',
        en: 'Writes the JSON Schema of what a specialist system receives.',
      }),
    )
    .argument(fileArgument(), source())
    .addOption(outFileOption())
    .addOption(codelistsOption())
    .action((file: string, options: PayloadSchemaOptions) =>
      runCommand(false, () => payloadSchema(file, options, (form) => `${JSON.stringify(toJsonSchema(form), null, 2)}\n`)),
    );
  addHelp(command, {
    examples: [
      {
        call: 'fim json-schema S05000001195V2.3.0_xdf3.xml --out S05000001195.schema.json',
        does: { de: 'Schlüssel wie beim FIM-Portal: Id und Version', en: 'keys as the FIM portal has them: id and version' },
      },
    ],
    more: ['docs/service-package.md', 'docs/errors.md'],
  });
}

/** Adds `fim xsd` to the program. */
export function addXsdCommand(program: Command): void {
  const command = program
    .command('xsd')
    .description(
      say({
        de: 'Schreibt das XML Schema (XFall) dessen, was ein Fachverfahren bekommt.',
        en: 'Writes the XML Schema (XFall) of what a specialist system receives.',
      }),
    )
    .argument(fileArgument(), source())
    .addOption(outFileOption())
    .addOption(codelistsOption())
    .action((file: string, options: PayloadSchemaOptions) => runCommand(false, () => payloadSchema(file, options, toXsd)));
  addHelp(command, {
    examples: [
      {
        call: 'fim xsd services/hundesteuer --out hundesteuer.xsd',
        does: { de: 'mit den Feldern, die der Dienst hinzufügt', en: 'with the fields that the service package adds' },
      },
    ],
    more: ['docs/service-package.md', 'docs/errors.md'],
  });
}
