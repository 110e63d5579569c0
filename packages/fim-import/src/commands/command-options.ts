import { Option } from 'commander';
import { say } from '../language.js';

/** Options that several commands have. Made anew for each: they take the language of the process. */

/** Placeholder of an argument that is a file. */
export const fileArgument = (): string => say({ de: '<datei>', en: '<file>' });

export const schemaFile = (): string => say({ de: 'Schema in XDatenfelder 2.0 oder 3.0.0', en: 'schema in XDatenfelder 2.0 or 3.0.0' });

export const codelistsOption = (): Option =>
  new Option(
    say({ de: '--codelists <ordner...>', en: '--codelists <folder...>' }),
    say({
      de: 'Ordner mit Codelisten (genericode); zuerst wird neben dem Schema gesucht',
      en: 'folders with code lists (genericode), searched after the folder of the schema',
    }),
  )
    .env('FIM_CODELISTS')
    .default([], say({ de: 'keine', en: 'none' }));

export const translatedRulesOption = (): Option =>
  new Option(
    say({ de: '--translated-rules <datei...>', en: '--translated-rules <file...>' }),
    say({
      de: 'Regeln, die FIM übersetzt hat (fim fetch); sonst: *_translated-rules.json neben dem Schema',
      en: 'rules that FIM has translated (fim fetch); otherwise: *_translated-rules.json beside the schema',
    }),
  );

export const jsonOption = (
  description = say({ de: 'eine Zeile JSON ausgeben, für Programme', en: 'print one line of JSON, for programs' }),
): Option => new Option('--json', description).default(false);

/** @param what comes out where the option is not given */
export const outFileOption = (otherwise = say({ de: 'Ausgabe', en: 'standard output' })): Option =>
  new Option(
    say({ de: '--out <datei>', en: '--out <file>' }),
    `${say({ de: 'Zieldatei; sonst:', en: 'file to write; otherwise:' })} ${otherwise}`,
  );
