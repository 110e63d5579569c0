import type { Answer } from '../../answers/answers.js';
import { sourceOf, type PrefillSource } from '../../prefill/prefilled.js';
import type { Language } from '../../service-package/service-package.js';
import { uiText } from '../texts/ui-text.js';
import type { OriginView } from '../views.js';
import type { FormContext } from './form-context.js';

/** What is said at a question whose answer the person did not type; null: they did, or nobody has yet. */
export function originView(context: FormContext, name: string, answer: Answer | undefined): OriginView | null {
  const source = sourceOf(context.prefilled, name, answer);
  if (!source) return null;
  const { language } = context.wording;
  const { correct } = context.links;
  return {
    text: uiText(language, source.locked ? 'prefill.locked' : `prefill.${source.kind}`, paramsOf(source, language)),
    locked: source.locked,
    correct: source.locked && correct !== undefined ? { label: uiText(language, 'prefill.correct'), href: correct } : null,
  };
}

/** The same in a few words, beside the answer. */
export const originText = (source: PrefillSource, language: Language): string =>
  uiText(language, source.locked ? 'prefill.row.locked' : `prefill.row.${source.kind}`, paramsOf(source, language));

const paramsOf = ({ name, level }: PrefillSource, language: Language): { name: string; level: string } => ({
  name,
  level: level === null ? '' : uiText(language, `prefill.level.${level}`),
});
