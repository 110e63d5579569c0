import type { Language } from '@serviceportal/form-engine';
import { deSimple } from './de-simple.js';
import { de } from './de.js';
import { en } from './en.js';

export type PortalTextKey = keyof typeof de;
export type PortalTexts = Readonly<Record<PortalTextKey, string>>;

const catalogues: Readonly<Record<Language, PortalTexts>> = { de, en, 'de-simple': deSimple };

/** A text of the portal; `{name}` is replaced by the parameter of that name. */
export function portalText(language: Language, key: PortalTextKey, params: Readonly<Record<string, string | number>> = {}): string {
  return catalogues[language][key].replace(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? ''));
}

export function isPortalTextKey(key: string): key is PortalTextKey {
  return Object.hasOwn(de, key);
}
