import { fetchFromPvog, fetchStammtext, isLeikaKey } from '../fim-portal/fetch-leistung.js';
import { FimPortal } from '../fim-portal/fim-portal.js';
import type { GetOptions } from '../fim-portal/http-get.js';
import { Pvog } from '../fim-portal/pvog.js';
import { say } from '../language.js';
import { type FilledTexts, fillPackage } from '../leistung/fill-package.js';
import type { Leistungsbeschreibung } from '../leistung/leistungsbeschreibung.js';
import { leftOver, publicKeys, publicTexts } from '../leistung/public-texts.js';
import { readLeistungFile } from '../leistung/read-leistung.js';

export interface LeistungOptions {
  readonly package?: string;
  readonly replace: boolean;
  readonly leika?: string;
  readonly ars?: string;
  readonly portal: string;
  readonly pvog: string;
  /** ISO date on which the text of a municipality shall hold. */
  readonly today: string;
  readonly json: boolean;
}

/** `fim leistung SOURCE [--package DIR]`: a service description, printed or put into a package. */
export async function leistung(source: string, options: LeistungOptions, network?: GetOptions): Promise<void> {
  const description = await read(source, options, network);
  const texts = publicTexts(description, 'de');
  const filled = options.package === undefined ? undefined : await fillPackage(options.package, description, options.replace);
  const left = leftOver(description).map(({ topic, language }) => ({ topic, language }));
  if (options.json) {
    const { id, leika, openItems } = description;
    console.log(JSON.stringify({ id, leika, texts, english: publicTexts(description, 'en'), ...filled, leftOver: left, openItems }));
    return;
  }
  if (filled === undefined) for (const key of publicKeys) printText(key, texts[key]);
  else printFilled(options.package ?? '', filled);
  printLeft(description, left);
}

function read(source: string, options: LeistungOptions, network: GetOptions | undefined): Promise<Leistungsbeschreibung> {
  if (!isLeikaKey(source)) return readLeistungFile(source, options.leika);
  if (options.ars === undefined) return fetchStammtext(source, new FimPortal(options.portal, network));
  return fetchFromPvog(source, options.ars, options.today, new Pvog(options.pvog, network));
}

function printText(key: string, text: string | readonly unknown[] | undefined): void {
  if (text === undefined) return;
  const lines = typeof text === 'string' ? text.split('\n') : text.map((entry) => `- ${typeof entry === 'string' ? entry : normOf(entry)}`);
  console.log([`${key}:`, ...lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`)].join('\n'));
}

const normOf = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null
    ? Object.values(entry)
        .filter((part) => typeof part === 'string')
        .join(' ')
    : '';

function printFilled(folder: string, { filled, kept, english }: FilledTexts): void {
  const list = (keys: readonly string[]): string => (keys.length === 0 ? '–' : keys.join(', '));
  console.log(`${folder}: ${say({ de: 'ausgefüllt', en: 'filled' })}: ${list(filled)}`);
  if (english.length > 0) console.log(`  ${say({ de: 'englisch', en: 'English' })}: ${list(english)}`);
  if (kept.length > 0) {
    console.log(
      `  ${say({ de: `unverändert, weil schon Text dort steht: ${list(kept)} (--replace ersetzt)`, en: `unchanged, because there is a text: ${list(kept)} (--replace replaces)` })}`,
    );
  }
}

function printLeft({ openItems }: Leistungsbeschreibung, left: readonly { readonly topic: string; readonly language: string }[]): void {
  if (left.length > 0) {
    const what = [...new Set(left.map(({ topic, language }) => `${topic} (${language})`))].join(', ');
    console.log(
      say({
        de: `Nicht übernommen, weil ein Dienst dafür keinen Platz hat: ${what}`,
        en: `Not carried over, because a service has no place for it: ${what}`,
      }),
    );
  }
  for (const { message, source, line } of openItems) {
    const where = line === undefined ? '' : ` ${say({ de: 'Zeile', en: 'line' })} ${line}`;
    const what = source === undefined ? message : `${message}: ${source}`;
    console.log(`${say({ de: 'Offen', en: 'Open' })}${where}  ${what.replace(/[\p{C}\s]+/gu, ' ')}`);
  }
}
