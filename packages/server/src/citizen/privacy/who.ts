import type { Language, NoticeSection } from '@serviceportal/form-engine';
import type { MunicipalityConfiguration } from '../../municipalities/configuration.js';
import type { Reachable } from '../../municipalities/notice-configuration.js';
import { supervisoryAuthorities } from '../../municipalities/supervisory-authorities.js';
import { portalText } from '../../texts/portal-text.js';
import { contactText } from '../contact.js';
import { german, item, named, plain } from './notice-parts.js';

export const askInstead = (configuration: MunicipalityConfiguration, language: Language): string =>
  portalText(language, 'privacy.missing', { contact: contactText(configuration) });

/** Who is responsible, and the data protection officer. */
export function whoSections(configuration: MunicipalityConfiguration, language: Language): NoticeSection[] {
  const { controller, officer } = configuration.privacy;
  const missing = askInstead(configuration, language);
  return [
    named(language, 'privacy.controller', {
      paragraphs: controller ? [german(reach({ name: configuration.name, ...controller }, language), language)] : [],
      missing: controller ? null : missing,
    }),
    named(language, 'privacy.officer', {
      paragraphs: officer ? [plain(portalText(language, 'privacy.officerText')), german(reach(officer, language), language)] : [],
      missing: officer ? null : missing,
    }),
  ];
}

/** The supervisory authority. */
export function authoritySection({ privacy, land }: MunicipalityConfiguration, language: Language): NoticeSection {
  const { name, url } = privacy.authority ?? supervisoryAuthorities[land];
  return named(language, 'privacy.authority', {
    paragraphs: [plain(portalText(language, 'privacy.authorityText'))],
    items: [item(german(name, language), { href: url ?? null })],
  });
}

export function reach({ name, address, phone, email }: Reachable, language: Language): string {
  const lines = [
    name,
    address,
    phone && portalText(language, 'privacy.phone', { phone }),
    email && portalText(language, 'privacy.email', { email }),
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}
