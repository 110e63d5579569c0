import { Command } from 'commander';
import { say } from '../language.js';
import { helpFrame } from './help-frame.js';
import { languageOption } from './language-option.js';
import { rootHelp } from './root-help.js';
import { usageError } from './usage-errors.js';
import { version } from './version.js';

/** The command line without its commands, in the language of this process. Commands inherit the frame. */
export function createProgram(): Command {
  return new Command('fim')
    .description(
      say({
        de: 'Liest FIM-Schemas (XDatenfelder 2.0 und 3.0.0) und macht Dienste daraus.',
        en: 'Reads FIM schemas (XDatenfelder 2.0 and 3.0.0) and makes service packages of them.',
      }),
    )
    .addOption(languageOption())
    .version(version(), '-V, --version', say({ de: 'die Version von fim', en: 'the version of fim' }))
    .helpOption('-h, --help', say({ de: 'diese Hilfe', en: 'this help' }))
    .helpCommand(say({ de: 'help [befehl]', en: 'help [command]' }), say({ de: 'Hilfe zu einem Befehl', en: 'help for a command' }))
    .configureHelp(helpFrame)
    .configureOutput({ outputError: (message, write) => write(usageError(message)) })
    .showHelpAfterError(say({ de: 'Hilfe: fim --help, fim <befehl> --help', en: 'Help: fim --help, fim <command> --help' }))
    .addHelpText('after', rootHelp());
}
