import type { Language } from '../service-package/service-package.js';
import { uiText } from './texts/ui-text.js';
import type { MessageView } from './views.js';

export type ErrorPageKind = 'notFound' | 'forbidden' | 'expired' | 'unreadable' | 'tooLarge' | 'tooMuch' | 'tooMany' | 'broken';

/** View of template `message` for what went wrong: 404, 403, draft gone, 400, 413, 429, 500. */
export function errorPage(kind: ErrorPageKind, language: Language, homeHref: string): MessageView {
  return {
    heading: uiText(language, `message.${kind}.heading`),
    paragraphs: [uiText(language, `message.${kind}.text`)],
    sections: [],
    links: [{ label: uiText(language, 'message.home'), href: homeHref }],
    confirm: null,
  };
}
