import type { Command } from 'commander';
import { type Message, say } from '../language.js';

/** What the help of a command shows after its options. */
export interface CommandHelp {
  readonly examples: readonly Example[];
  /** Where they differ from what holds for most commands, and in addition. */
  readonly exitCodes?: Readonly<Partial<Record<0 | 1 | 2, Message>>>;
  /** Documents of this repository that say more, from its root. */
  readonly more: readonly string[];
}

export interface Example {
  /** The call as it is typed, or a line for each language where names in it are words. */
  readonly call: string;
  readonly does: Message;
}

const usualCodes: Readonly<Record<0 | 1, Message>> = {
  0: { de: 'erledigt', en: 'done' },
  1: {
    de: 'Aufruf oder Eingabe ist falsch; die Meldung nennt Stelle und Abhilfe',
    en: 'call or input is wrong; the message says where and what to do',
  },
};

/** Adds examples, exit codes and where to read more. */
export function addHelp(command: Command, { examples, exitCodes = {}, more }: CommandHelp): Command {
  const codes = Object.entries({ ...usualCodes, ...exitCodes }).map(([code, meaning]) => `  ${code}  ${say(meaning)}`);
  const parts = [
    say({ de: examples.length === 1 ? 'Beispiel:' : 'Beispiele:', en: examples.length === 1 ? 'Example:' : 'Examples:' }),
    ...examples.map(({ call, does }) => `  ${call}\n      ${say(does)}`),
    '',
    say({ de: 'Rückgabewert:', en: 'Exit codes:' }),
    ...codes,
    '',
    `${say({ de: 'Mehr dazu:', en: 'Read more:' })} ${more.join(', ')}`,
  ];
  return command.addHelpText('after', `\n${parts.join('\n')}`);
}
