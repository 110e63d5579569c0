import { type Command, Option } from 'commander';
import { say } from '../language.js';
import { addHelp } from './command-help.js';
import { jsonOption } from './command-options.js';
import { type LeistungOptions, leistung } from './leistung.js';
import { portalOption } from './portal-options.js';
import { runCommand } from './run-command.js';

/** Adds `fim leistung` to the program. */
export function addLeistungCommand(program: Command): void {
  const command = program
    .command('leistung')
    .description(
      say({
        de: 'Füllt die öffentlichen Texte eines Dienstes aus einer Leistungsbeschreibung (XZuFi, PVOG). Ohne --package zeigt es sie nur.',
        en: 'Fills the public texts of a service package from a service description (XZuFi, PVOG). Without --package it only prints them.',
      }),
    )
    .argument(
      say({ de: '<quelle>', en: '<source>' }),
      say({
        de: 'Datei (XZuFi 2.2.0 oder JSON des PVOG), oder LeiKa-Schlüssel',
        en: 'file (XZuFi 2.2.0 or JSON of the PVOG), or LeiKa key',
      }),
    )
    .option(
      say({ de: '--package <ordner>', en: '--package <folder>' }),
      say({ de: 'Ordner des Dienstes', en: 'folder of the service package' }),
    )
    .addOption(
      new Option('--replace', say({ de: 'auch Texte ersetzen, die schon da sind', en: 'also replace texts that are there' })).default(
        false,
      ),
    )
    .option(
      say({ de: '--leika <schlüssel>', en: '--leika <key>' }),
      say({ de: 'welche Leistung, wenn die Datei mehrere enthält', en: 'which Leistung, if the file holds several' }),
    )
    .option(
      say({ de: '--ars <regionalschlüssel>', en: '--ars <key>' }),
      say({
        de: '12 Ziffern: den Text dieser Kommune vom PVOG holen statt des Stammtexts vom FIM-Portal',
        en: '12 digits: fetch the text of this municipality from the PVOG instead of the nationwide one from the FIM portal',
      }),
    )
    .option(
      say({ de: '--today <datum>', en: '--today <date>' }),
      say({ de: 'Tag, an dem der Text gelten soll, JJJJ-MM-TT', en: 'day on which the text shall hold, YYYY-MM-DD' }),
      new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }),
    )
    .addOption(portalOption())
    .addOption(
      new Option('--pvog <url>', say({ de: 'Adresse des PVOG-Suchdiensts', en: 'address of the PVOG search service' }))
        .env('FIM_PVOG')
        .default('https://pvog.fitko.net/suchdienst/api'),
    )
    .addOption(jsonOption())
    .action((source: string, options: LeistungOptions) => runCommand(options.json, () => leistung(source, options)));
  addHelp(command, {
    examples: [
      {
        call: 'fim leistung hundesteuer.xzufi.xml --package my-service',
        does: { de: 'füllt, was in service.yaml noch leer ist', en: 'fills what is still empty in service.yaml' },
      },
      {
        call: 'fim leistung 99102013104000 --ars 053150000000 --package my-service --replace',
        does: {
          de: 'holt den Text einer Kommune und ersetzt, was da ist',
          en: 'fetches the text of a municipality and replaces what is there',
        },
      },
    ],
    more: ['docs/leistung.md', 'docs/service-package.md', 'docs/errors.md'],
  });
}
