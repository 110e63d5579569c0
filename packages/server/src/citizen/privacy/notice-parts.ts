import type { ElementText, Language, NoticeItem, NoticeSection } from '@serviceportal/form-engine';
import type { LegalText } from '../../municipalities/legal-text.js';
import type { PortalTextKey } from '../../texts/portal-text.js';
import { portalText } from '../../texts/portal-text.js';

/** A text in the page's language. */
export const plain = (text: string): ElementText => ({ text, lang: null });

/** A text that exists in German alone: names, norms, what a municipality has written. */
export const german = (text: string, language: Language): ElementText => ({ text, lang: language === 'en' ? 'de' : null });

export const item = (text: ElementText, more: Partial<NoticeItem> = {}): NoticeItem => ({ href: null, detail: null, ...text, ...more });

export function section(heading: ElementText, parts: Partial<NoticeSection> = {}): NoticeSection {
  return { heading, paragraphs: [], items: [], lists: [], remarks: [], missing: null, ...parts };
}

/** A section with its heading from the texts of the portal. */
export const named = (language: Language, key: PortalTextKey, parts: Partial<NoticeSection> = {}): NoticeSection =>
  section(plain(portalText(language, key)), parts);

/** The sections of a text that a municipality wrote. */
export function ownSections({ heading, paragraphs, sections }: LegalText, language: Language): NoticeSection[] {
  const lines = (texts: readonly string[]): ElementText[] => texts.map((text) => german(text, language));
  const first = paragraphs.length > 0 || heading ? [section(german(heading, language), { paragraphs: lines(paragraphs) })] : [];
  return [...first, ...sections.map((part) => section(german(part.heading, language), { paragraphs: lines(part.paragraphs) }))];
}
