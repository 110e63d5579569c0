import { type Argument, type Command, Help, type HelpConfiguration, type Option } from 'commander';
import { type Message, say } from '../language.js';

const plain = new Help();

const titles: Readonly<Record<string, Message>> = {
  'Usage:': { de: 'Aufruf:', en: 'Usage:' },
  'Arguments:': { de: 'Angaben:', en: 'Arguments:' },
  'Options:': { de: 'Optionen:', en: 'Options:' },
  'Global Options:': { de: 'Überall möglich:', en: 'Everywhere:' },
  'Commands:': { de: 'Befehle:', en: 'Commands:' },
};

/** What Commander puts around the texts of the commands, in the language of this process. */
export const helpFrame: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: (title) => (titles[title] === undefined ? title : say(titles[title])),
  commandUsage: (command) =>
    plain
      .commandUsage(command)
      .replace('[options]', [...mandatory(command), say({ de: '[Optionen]', en: '[options]' })].join(' '))
      .replace('[command]', say({ de: '[Befehl]', en: '[command]' })),
  // The arguments stand in the help of the command.
  subcommandTerm: (command) => command.name(),
  optionDescription: (option) =>
    withExtras(option.description, [
      ...(option.mandatory ? [say({ de: 'muss angegeben werden', en: 'must be given' })] : []),
      ...choices(option),
      ...optionDefault(option),
      ...environment(option),
    ]),
  argumentDescription: (argument) => withExtras(argument.description, choices(argument)),
};

const mandatory = ({ options }: Command): readonly string[] => options.flatMap((option) => (option.mandatory ? option.flags : []));

const withExtras = (description: string, extras: readonly string[]): string =>
  extras.length === 0 ? description : `${description} (${extras.join('; ')})`.trim();

const choices = ({ argChoices }: Option | Argument): readonly string[] =>
  argChoices === undefined ? [] : [`${say({ de: 'möglich:', en: 'one of:' })} ${argChoices.join(', ')}`];

/** That a switch is off unless given goes without saying. */
function optionDefault({ defaultValue, defaultValueDescription }: Option): readonly string[] {
  const value: unknown = defaultValue;
  if (value === undefined || value === false) return [];
  return [`${say({ de: 'sonst:', en: 'default:' })} ${defaultValueDescription ?? String(value)}`];
}

const environment = ({ envVar }: Option): readonly string[] =>
  envVar === undefined ? [] : [`${say({ de: 'oder Umgebungsvariable', en: 'or environment variable' })} ${envVar}`];
