import type { Language } from '../service-package/service-package.js';
import { germanParts } from './german-parts.js';
import type { Shell } from './views.js';
import { uiText } from './texts/ui-text.js';
import type { TextKey } from './texts/ui-text.js';

/** What a template knows besides its view: `@language`, `@shell`, `@errors`. */
export interface TemplateData {
  readonly language: Language;
  readonly shell: Shell;
  /** The page shows mistakes: its title says so. */
  readonly errors: boolean;
  /** The finished inner part, for the layout. */
  readonly body: string;
}

interface Options {
  readonly hash: Readonly<Record<string, string | number>>;
  readonly data: TemplateData;
}

/** The functions a template may call. Their names are also in `helper-names.json`, which the precompiler reads. */
export function templateFunctions(
  safe: (html: string) => object,
  escape: (text: string) => string,
): Record<string, (...args: never[]) => unknown> {
  return {
    t: (key: TextKey, options: Options) => uiText(options.data.language, key, options.hash),
    eq: (left: unknown, right: unknown) => left === right,
    concat: (...parts: unknown[]) => parts.slice(0, -1).join(''),
    // A text of the service, with what is German on a page in another language marked.
    said: (text: string, { data: { shell } }: Options) => {
      if (!shell.german || shell.german.size === 0) return text;
      const html = germanParts(text, shell.german).map((part) =>
        part.german ? `<span lang="de">${escape(part.text)}</span>` : escape(part.text),
      );
      return safe(html.join(''));
    },
    // The same for an element that can hold nothing but text.
    langOf: (text: string, { data: { shell } }: Options) =>
      shell.german && germanParts(text, shell.german).some(({ german }) => german) ? safe(' lang="de"') : '',
    // Safe: it was rendered by a template, which escaped every value.
    content: (options: Options) => safe(options.data.body),
    documentTitle: ({ data: { shell, errors, language } }: Options) =>
      `${errors ? uiText(language, 'errors.titlePrefix') : ''}${shell.title} – ${shell.municipality.name}`,
  };
}
