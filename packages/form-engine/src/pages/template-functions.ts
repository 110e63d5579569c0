import type { Language } from '../service-package/service-package.js';
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
export function templateFunctions(safe: (html: string) => object): Record<string, (...args: never[]) => unknown> {
  return {
    t: (key: TextKey, options: Options) => uiText(options.data.language, key, options.hash),
    eq: (left: unknown, right: unknown) => left === right,
    concat: (...parts: unknown[]) => parts.slice(0, -1).join(''),
    // Safe: it was rendered by a template, which escaped every value.
    content: (options: Options) => safe(options.data.body),
    documentTitle: ({ data: { shell, errors, language } }: Options) =>
      `${errors ? uiText(language, 'errors.titlePrefix') : ''}${shell.title} – ${shell.municipality.name}`,
  };
}
