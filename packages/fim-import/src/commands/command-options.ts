import { Option } from 'commander';
import { say } from '../language.js';

/** Options that several commands have. Made anew for each: they take the language of the process. */

/** Placeholder of an argument that is a file. */
export const fileArgument = (): string => say({ de: '<datei>', en: '<file>' });

export const schemaFile = (): string => say({ de: 'Schema in XDatenfelder 2.0 oder 3.0.0', en: 'schema in XDatenfelder 2.0 or 3.0.0' });

/** An option that takes one value and may be given again: one that took several would take the file after it, too. */
const oneMore = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

export const codelistsOption = (): Option =>
  new Option(
    say({ de: '--codelists <ordner>', en: '--codelists <folder>' }),
    say({
      de: 'Ordner mit Codelisten (genericode), mehrere mit mehreren --codelists; zuerst wird neben dem Schema gesucht',
      en: 'folder with code lists (genericode), several with several --codelists; searched after the folder of the schema',
    }),
  )
    .env('FIM_CODELISTS')
    .argParser(oneMore)
    .default([], say({ de: 'keine', en: 'none' }));

export const translatedRulesOption = (): Option =>
  new Option(
    say({ de: '--translated-rules <datei>', en: '--translated-rules <file>' }),
    say({
      de: 'Regeln, die FIM übersetzt hat (fim fetch), mehrere Dateien mit mehreren --translated-rules; sonst: *_translated-rules.json neben dem Schema',
      en: 'rules that FIM has translated (fim fetch), several files with several --translated-rules; otherwise: *_translated-rules.json beside the schema',
    }),
  ).argParser(oneMore);

export const translationsOption = (): Option =>
  new Option(
    say({ de: '--translations <datei>', en: '--translations <file>' }),
    say({
      de: 'Texte, die FIM übersetzt hat (uebersetzung.0106), mehrere Dateien mit mehreren --translations; sonst: solche Dateien neben dem Schema',
      en: 'texts that FIM has translated (uebersetzung.0106), several files with several --translations; otherwise: such files beside the schema',
    }),
  ).argParser(oneMore);

export const jsonOption = (
  description = say({ de: 'eine Zeile JSON ausgeben, für Programme', en: 'print one line of JSON, for programs' }),
): Option => new Option('--json', description).default(false);

/** @param what comes out where the option is not given */
export const outFileOption = (otherwise = say({ de: 'Ausgabe', en: 'standard output' })): Option =>
  new Option(
    say({ de: '--out <datei>', en: '--out <file>' }),
    `${say({ de: 'Zieldatei; sonst:', en: 'file to write; otherwise:' })} ${otherwise}`,
  );
