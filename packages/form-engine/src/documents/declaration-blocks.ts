import { uiText } from '../pages/texts/ui-text.js';
import type { ApplicationContent, DeclaredContent } from './application-document.js';
import { berlinTime } from './letter/berlin-time.js';
import type { Block } from './letter/block.js';
import { entries, heading, paragraph } from './letter/letter-blocks.js';
import { documentText } from './texts/document-text.js';

/** What was declared when submitting, and the consents under a heading of their own. */
export function declarationBlocks({ language, declared, confirms }: ApplicationContent): Block[] {
  const [declarations, consents] = [kind(declared, 'declaration'), kind(declared, 'consent')];
  return [
    ...(confirms || declarations.length > 0 ? [heading(2, { text: documentText(language, 'declaration') })] : []),
    ...(confirms ? [paragraph({ text: uiText(language, 'check.submitIntro') })] : []),
    ...declarations.flatMap((one) => declaredBlocks(one, language, one.given ? 'declarationGiven' : 'declarationOpen')),
    ...(consents.length > 0 ? [heading(2, { text: documentText(language, 'consents') })] : []),
    ...consents.flatMap((one) => declaredBlocks(one, language, one.given ? 'consentGiven' : 'consentOpen')),
  ];
}

const kind = (declared: readonly DeclaredContent[], wanted: DeclaredContent['kind']): DeclaredContent[] =>
  declared.filter((one) => one.kind === wanted);

type Outcome = 'declarationGiven' | 'declarationOpen' | 'consentGiven' | 'consentOpen';

function declaredBlocks(one: DeclaredContent, language: ApplicationContent['language'], outcome: Outcome): Block[] {
  const text = one.withdrawal === undefined ? one.text : `${one.text}\n${one.withdrawal}`;
  const shown = { text, lang: one.language === language ? null : (one.language.split('-')[0] ?? null) };
  const time = documentText(language, 'receivedAtTime', berlinTime(one.at));
  const value = documentText(language, 'declaredAt', { time, language: uiText(language, `language.${one.language}`) });
  return [
    paragraph(shown, { keepWithNext: true, before: 12 }),
    ...(one.german === null
      ? []
      : [
          paragraph(
            { text: documentText(language, 'declaredGerman', { text: one.german }), lang: 'de' },
            { keepWithNext: true, before: 4 },
          ),
        ]),
    entries([{ label: { text: documentText(language, outcome) }, value }], { before: 2 }),
  ];
}
