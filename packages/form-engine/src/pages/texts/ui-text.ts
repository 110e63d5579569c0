import type { Language } from '../../service-package/service-package.js';
import { de } from './de.js';
import { deSimple } from './de-simple.js';
import { en } from './en.js';

export type TextKey = keyof typeof de;
/** All texts in one language. */
export type TextCatalogue = Readonly<Record<TextKey, string>>;

const catalogues: Readonly<Record<Language, TextCatalogue>> = { de, en, 'de-simple': deSimple };

/** A text of the user interface; `{name}` is replaced by the parameter of that name. */
export function uiText(language: Language, key: TextKey, params: Readonly<Record<string, string | number>> = {}): string {
  const text = catalogues[language][key];
  return text.includes('{') ? text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')) : text;
}
