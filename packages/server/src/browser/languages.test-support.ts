import { germanTexts } from '@serviceportal/form-engine';
import type { Language, ServicePackage } from '@serviceportal/form-engine';
import type { Page } from 'playwright-core';
import { de } from '../texts/de.js';
import { portalText, type PortalTextKey } from '../texts/portal-text.js';

/** Everything on a page that is read or read aloud in the language of the page itself. */
const inPageLanguage = `(() => {
  // Its own words are German on every page, and marked where the page is in English.
  const municipality = '.portal-brand, .portal-footer__contact';
  const language = document.documentElement.lang;
  const own = (element) => element.closest('[lang]').lang === language && !(language !== 'en' && element.closest(municipality));
  const seen = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement } = walker.currentNode;
    if (own(parentElement) && !parentElement.closest('script, style')) seen.push(walker.currentNode.data);
  }
  for (const element of document.querySelectorAll('[aria-label], [alt], [title], [placeholder]'))
    if (own(element)) for (const name of ['aria-label', 'alt', 'title', 'placeholder']) seen.push(element.getAttribute(name) ?? '');
  return seen.map((text) => text.replace(/\\s+/g, ' ').trim()).filter((text) => text !== '');
})()`;

export const textsOf = (page: Page): Promise<string[]> => page.evaluate<string[]>(inPageLanguage);

// Words that no English sentence has, and letters that no English word has.
const germanWords =
  /\b(?:der|das|und|oder|nicht|Sie|Ihre?[nms]?|ist|sind|wird|werden|mit|von|vom|bei|zum|zur|eine?[nmrs]?|haben|bitte|wir|auf|auch|kein[e]?|Uhr|Mo|Fr|Antrag|Vorgangsnummer|Dienst|Angaben|Weiter|Zurück)\b|[äöüßÄÖÜ]/;

export const looksGerman = (text: string): boolean => germanWords.test(text);

/** What a service and the portal say in German and otherwise in this language. */
export function replacedGerman(pkg: ServicePackage, language: Language): ReadonlySet<string> {
  const all = germanTexts({ ...pkg, texts: { de: pkg.texts.de ?? {} } }, 'en');
  const portal = (Object.keys(de) as PortalTextKey[]).map((key) => portalText('de', key)).filter((text) => !text.includes('{'));
  const own = new Set([
    ...Object.values(pkg.texts[language] ?? {}),
    ...(Object.keys(de) as PortalTextKey[]).map((key) => portalText(language, key)),
  ]);
  return new Set([...all, ...portal].filter((text) => !own.has(text)));
}
