import { InvalidArgumentError, Option } from 'commander';
import { type Language, languageNamed, say } from '../language.js';

/** @throws InvalidArgumentError for a language in which there are no messages; an empty variable of the environment says nothing */
function languageAsked(text: string): Language | undefined {
  const language = languageNamed(text);
  if (language === undefined && text !== '') throw new InvalidArgumentError('Allowed choices are de, en.');
  return language;
}

export const languageOption = (): Option =>
  new Option(
    say({ de: '--lang <sprache>', en: '--lang <language>' }),
    say({
      de: 'Sprache der Meldungen; sonst die der Umgebung, sonst Deutsch',
      en: 'language of messages; otherwise that of the environment, else German',
    }),
  )
    .choices(['de', 'en'])
    .argParser(languageAsked)
    .env('FIM_LANG');
