import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { handOver } from './commands/archive/hand-over.js';
import type { HandOverOptions } from './commands/archive/hand-over.js';
import { offer } from './commands/archive/offer.js';
import type { OfferOptions } from './commands/archive/offer.js';
import { erase } from './commands/erase.js';
import type { EraseOptions } from './commands/erase.js';
import { exportCase } from './commands/export.js';
import type { ExportOptions } from './commands/export.js';
import { printPasswordHash } from './commands/hash-password.js';
import { prefillLink } from './commands/prefill-link.js';
import { receive } from './commands/receive/receive.js';
import { rotateKey } from './commands/rotate-key.js';
import { simulate, simulatorsInWords } from './commands/simulate/simulate.js';
import { start } from './commands/start.js';
import type { StartOptions } from './commands/start.js';
import { tryAll } from './commands/try.js';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly version: string };
const program = new Command('serviceportal')
  .description('Runs the online services of a municipality.')
  .version(manifest.version, '-V, --version', 'print the version');

program
  .command('start')
  .description('start the portal')
  .option('--port <number>', 'port to listen on (default: PORT, or 8080)', portNumber)
  .option('--host <address>', 'address to listen on (default: all; with --demonstration 127.0.0.1)')
  .option('--data <folder>', 'folder for database, key and attachments', 'data')
  .option('--municipality <folder>', 'folder with municipality.yaml', '.')
  .option('--packages <folder>', 'folder with packed services', 'build/packages')
  .option(
    '--schema <file>',
    'put a preview of this FIM schema online, too (may be repeated)',
    (file: string, before: string[]) => [...before, file],
    [],
  )
  .option('--demonstration', 'with stand-in counterpart and demonstration accounts', false)
  .option('--processes <number>', 'how many processes share the work, all on one port', processCount, 1)
  .option('--ready', 'print "READY <port>" when the portal answers', false)
  .action((options: Omit<StartOptions, 'port'> & { port?: number }) =>
    start({ ...options, port: options.port ?? portNumber(process.env['PORT'] ?? '8080') }),
  );

program
  .command('try')
  .description('fill in, submit and hand over an application of a schema, a package folder or an archive, as a person would')
  .argument('<file...>')
  .option('--json', 'print one line of JSON for each', false)
  .option('--seed <number>', 'choose other answers', wholeNumber, 1)
  .action(tryAll);

program
  .command('prefill-link')
  .description('make a link to an application that is filled in already')
  .requiredOption('--service <key>', 'the service')
  .requiredOption('--values <file>', 'JSON with the values (docs/prefill-links.md); - reads standard input')
  .option('--issuer <key>', 'who fills in, of "prefillLinks" (default: the only one)')
  .option('--days <number>', 'days until the link ends', wholeNumber, 14)
  .option('--base <address>', 'address of the portal (default: baseUrl)')
  .option('--municipality <folder>', 'folder with municipality.yaml', '.')
  .option('--packages <folder>', 'folder with packed services', 'build/packages')
  .option('--demonstration', 'with the secret of the demonstration', false)
  .option('--data <folder>', 'data folder of the demonstration', 'data')
  .action(prefillLink);

program
  .command('receive')
  .description('take over what arrives elsewhere: empties a destination of FIT-Connect into a folder or a Fachverfahren')
  .argument('<from>', 'fit-connect')
  .requiredOption('--config <file>', 'YAML (docs/connectors/fit-connect.md)')
  .option('--once', 'look once; exits with 1 when something is left', false)
  .action(receive);

program
  .command('simulate')
  .description('start a counterpart alone, to try connectors against: a specialist system, a records system, an account, …')
  .argument('<kind>')
  .option('--port <number>', 'port to listen on', portNumber, 0)
  .option('--host <address>', 'address to listen on, where the kind has a page', '127.0.0.1')
  .option('--folder <folder>', 'folder for what it receives (default: a temporary one)')
  .option('--behaviour <name>', 'how it treats what comes (default: as it should)')
  .option('--webhook <address>', 'fachverfahren, fit-connect: tell the portal there that a case has changed')
  .option('--hang <seconds>', 'fachverfahren: how long the behaviour "hang" takes', wholeNumber, 60)
  .addHelpText('after', simulatorsInWords())
  .action(simulate);

program
  .command('rotate-key')
  .description('replace the key of the municipality; the portal may run meanwhile')
  .option('--data <folder>', 'folder for database, key and attachments', 'data')
  .option('--settle <seconds>', 'how long a process may take to store what it has sealed', wholeNumber, 60)
  .action(rotateKey);

program
  .command('export')
  .description('write everything that is stored about a case into a ZIP, for the person whom it is about')
  .argument('<case>', 'reference number or id')
  .option('--out <file>', 'file to write (default: auskunft-<reference>.zip)')
  .option('--data <folder>', 'folder for database, key and attachments', 'data')
  .option('--municipality <folder>', 'folder with municipality.yaml', '.')
  .action((name: string, options: ExportOptions) => exportCase(name, options));

program
  .command('erase')
  .description('delete a case with everything about it, and say who has received it')
  .argument('<case>', 'reference number or id')
  .option('--yes', 'do not ask', false)
  .option('--data <folder>', 'folder for database, key and attachments', 'data')
  .option('--municipality <folder>', 'folder with municipality.yaml', '.')
  .action((name: string, options: EraseOptions) => erase(name, options));

const archive = program.command('archive').description('give to an archive what has ended, with messages of xdomea 3.0.0');

archive
  .command('offer')
  .description('write the list of cases that have ended (0501)')
  .argument('<round>', 'a name of your own for this offer, such as 2026-1')
  .requiredOption('--ended-before <day>', 'cases that ended before this day, such as 2026-01-01')
  .option('--service <key>', 'only cases of this service')
  .option('--out <folder>', 'folder for the messages', '.')
  .option('--data <folder>', 'folder for database, key and attachments', 'data')
  .option('--municipality <folder>', 'folder with municipality.yaml', '.')
  .action((round: string, options: OfferOptions) => offer(round, options));

archive
  .command('hand-over')
  .description('write the cases that the archive wants, with their files (0503)')
  .argument('<round>', 'the name of the offer')
  .requiredOption('--answer <file>', "the archive's answer (0502), as ZIP or XML")
  .option('--out <folder>', 'folder of the offer', '.')
  .option('--data <folder>', 'folder for database, key and attachments', 'data')
  .option('--municipality <folder>', 'folder with municipality.yaml', '.')
  .action((round: string, options: HandOverOptions) => handOver(round, options));

program.command('hash-password').description('make a password hash for municipality.yaml').action(printPasswordHash);

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('A port is at most 65535.');
  return port;
}

function processCount(text: string): number {
  const count = wholeNumber(text);
  if (count < 1 || count > 64) throw new InvalidArgumentError('From 1 to 64 processes.');
  return count;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is expected.');
  return Number(text);
}

try {
  await program.parseAsync();
} catch (error) {
  // A mistake of the operator has a code and a message that says what to do; anything else is ours and shows where.
  const known = error instanceof Error && 'code' in error;
  console.error(known ? error.message : error);
  process.exit(1);
}
