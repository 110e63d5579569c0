import type { Handlungsgrundlage } from '@serviceportal/form-engine';
import type { Block, Line } from './html-blocks.js';
import type { LeistungText, Leistungsbeschreibung, Topic } from './leistungsbeschreibung.js';

/** The texts of `service.yaml` that a description can fill (docs/service-package.md). */
export interface PublicTexts {
  readonly title?: string;
  readonly summary?: string;
  readonly description?: readonly string[];
  readonly audience?: readonly string[];
  readonly documents?: readonly string[];
  readonly fee?: string;
  readonly deadline?: string;
  readonly duration?: string;
  readonly procedure?: readonly string[];
  readonly office?: string;
  readonly legalBasis?: readonly Handlungsgrundlage[];
}

/** In the order in which the file has them. */
export const publicKeys = [
  'title',
  'summary',
  'description',
  'audience',
  'documents',
  'fee',
  'deadline',
  'duration',
  'procedure',
  'office',
  'legalBasis',
] as const satisfies readonly (keyof PublicTexts)[];

/** Topics for which a service package has no place. */
const withoutPlace: readonly Topic[] = ['contact', 'forms', 'furtherInformation', 'remarks', 'appeal', 'author'];

/** The language of a package for a language of a description; undefined: packages do not have it. */
function packageLanguage(language: string): 'de' | 'en' | undefined {
  const tag = language.toLowerCase();
  if (tag === 'de' || tag === 'de-de') return 'de';
  return tag === 'en' || tag.startsWith('en-') ? 'en' : undefined;
}

/** What a description says in one language, as the texts of a package. */
export function publicTexts({ texts }: Leistungsbeschreibung, language: 'de' | 'en'): PublicTexts {
  const own = texts.filter((text) => packageLanguage(text.language) === language);
  const of = (...topics: readonly Topic[]): readonly Block[] =>
    topics.map((topic) => own.filter((text) => text.topic === topic).flatMap(({ blocks }) => blocks)).find((found) => found.length > 0) ??
    [];
  const text = (blocks: readonly Block[]): string => blocks.map(paragraphOf).join('\n\n');
  const legalBasis = linesIn(of('legalBasis')).flatMap(normOf);
  return withoutEmpty({
    title: text(of('plainTitle', 'title')).replace(/\s+/g, ' '),
    summary: text(of('teaser', 'shortText')),
    description: of('fullText').map(paragraphOf),
    audience: linesIn(of('eligibility')).map(withAddress),
    documents: linesIn(of('documents')).map(withAddress),
    fee: text(of('fee')),
    deadline: text(of('deadline')),
    duration: text(of('duration')),
    procedure: linesIn(of('procedure')).map(withAddress),
    office: text(of('office')),
    legalBasis,
  });
}

const linesIn = (blocks: readonly Block[]): readonly Line[] =>
  blocks.flatMap((block) => ('list' in block ? block.list : [block.paragraph]));

const paragraphOf = (block: Block): string =>
  'list' in block ? block.list.map((line) => `– ${withAddress(line)}`).join('\n') : withAddress(block.paragraph);

function withAddress({ text, link }: Line): string {
  const address = link?.replace(/^mailto:/, '');
  return address === undefined || text.includes(address.replace(/\/$/, '')) ? text : `${text} (${address})`;
}

/** Norms stand one in a line. */
function normOf({ text, link }: Line): readonly Handlungsgrundlage[] {
  const parts = text.split('\n');
  return parts.map((part) => ({ text: part, ...(parts.length === 1 && link !== undefined && /^https?:/.test(link) && { link }) }));
}

function withoutEmpty(texts: Required<PublicTexts>): PublicTexts {
  return Object.fromEntries(Object.entries(texts).filter(([, value]: [string, string | readonly unknown[]]) => value.length > 0));
}

/** Texts that are in the description and go nowhere, by topic and language. */
export function leftOver({ texts }: Leistungsbeschreibung): readonly LeistungText[] {
  const hasTeaser = (language: string): boolean => texts.some((text) => text.topic === 'teaser' && text.language === language);
  return texts.filter(
    ({ topic, language }) =>
      packageLanguage(language) === undefined || withoutPlace.includes(topic) || (topic === 'shortText' && hasTeaser(language)),
  );
}
