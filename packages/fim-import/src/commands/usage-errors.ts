import { say } from '../language.js';

/** Commander's messages about a wrong call, and the same in German; `$1` is what stands in the first brackets. */
const german: readonly (readonly [RegExp, string])[] = [
  [/missing required argument '(.+?)'/, 'Die Angabe „$1“ fehlt.'],
  [/option '(.+?)' argument missing/, 'Zur Option „$1“ fehlt der Wert.'],
  [/required option '(.+?)' not specified/, 'Die Option „$1“ fehlt.'],
  [/option '(.+?)' argument '(.*?)' is invalid\./, 'Zur Option „$1“ ist der Wert „$2“ nicht möglich.'],
  [
    /option '(.+?)' value '(.*?)' from env '(.+?)' is invalid\./,
    'Zur Option „$1“ ist der Wert „$2“ aus der Umgebungsvariablen $3 nicht möglich.',
  ],
  [/command-argument value '(.*?)' is invalid for argument '(.+?)'\./, 'Der Wert „$1“ ist für die Angabe „$2“ nicht möglich.'],
  [/Allowed choices are (.+)\./, 'Möglich sind: $1.'],
  [/unknown option '(.+?)'/, 'Die Option „$1“ gibt es nicht.'],
  [/unknown command '(.+?)'/, 'Den Befehl „$1“ gibt es nicht.'],
  [
    /too many arguments(?: for '.+?')?\. Expected (\d+) arguments? but got (\d+)\./,
    'Zu viele Angaben: Es sind $2, höchstens $1 sind möglich. Eine Option nimmt einen Wert; für mehrere nennen Sie die Option mehrmals.',
  ],
  [/option '(.+?)' cannot be used with option '(.+?)'/, 'Die Optionen „$1“ und „$2“ gehen nicht zusammen.'],
  [/\(Did you mean (?:one of )?(.+?)\?\)/, 'Meinten Sie $1?'],
  [/^error: /, 'Fehler: '],
];

/** What is wrong with a call, in the language of this process. A message that is not known here stays as it is. */
export const usageError = (message: string): string =>
  say({
    de: german.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), message),
    en: message.replace(/too many arguments.*? but got \d+\./, '$& An option takes one value; for several name the option several times.'),
  });
