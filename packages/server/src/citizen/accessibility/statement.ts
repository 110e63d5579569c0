import type { Language, NoticeItem, NoticeSection, NoticeView } from '@serviceportal/form-engine';
import type { MunicipalityConfiguration } from '../../municipalities/configuration.js';
import type { Reachable } from '../../municipalities/notice-configuration.js';
import type { Municipality } from '../../municipalities/municipality.js';
import { portalText } from '../../texts/portal-text.js';
import { contactText } from '../contact.js';
import { longDay } from '../local-time.js';
import { german, item, named, plain } from '../privacy/notice-parts.js';
import { reach } from '../privacy/who.js';
import { accessibilityGaps } from './gaps.js';
import type { AccessibilityGap } from './gaps.js';

const reasons = ['incompatible', 'disproportionate', 'out-of-scope'] as const;

/** The accessibility statement, after the model of Decision (EU) 2018/1523, from what the municipality has entered. */
export function accessibilityStatement(municipality: Municipality, language: Language, reportHref: string): NoticeView {
  const { configuration } = municipality;
  const { status, law, limits } = configuration.accessibility;
  const gaps = accessibilityGaps(municipality);
  const ask = portalText(language, 'accessibility.missing', { contact: contactText(configuration) });
  const missing = (gap: AccessibilityGap): string | null => (gaps.includes(gap) ? ask : null);
  return {
    caption: null,
    heading: plain(portalText(language, 'accessibility.title')),
    paragraphs: [plain(portalText(language, 'accessibility.intro', { municipality: configuration.name }))],
    sections: [
      named(language, 'accessibility.status', {
        paragraphs: [
          ...(status ? [plain(portalText(language, `accessibility.status.${status}`))] : []),
          ...(law ? [german(portalText('de', 'accessibility.law', { law }), language)] : []),
        ],
        missing: missing('status'),
      }),
      ...(limits.length > 0 || missing('limits') ? [limitsSection(configuration, language, missing('limits'))] : []),
      prepared(configuration, language, missing('prepared')),
      named(language, 'accessibility.feedback', {
        paragraphs: [
          plain(portalText(language, 'accessibility.feedbackText')),
          german(reach(feedbackContact(configuration), language), language),
        ],
        items: [item(plain(portalText(language, 'accessibility.report')), { href: reportHref })],
      }),
      enforcement(configuration, language, missing('enforcement')),
    ],
    links: [],
  };
}

function feedbackContact({ name, contact, accessibility }: MunicipalityConfiguration): Reachable {
  return accessibility.feedback ?? { name, address: contact.office, phone: contact.phone, email: contact.email };
}

function limitsSection({ accessibility }: MunicipalityConfiguration, language: Language, missing: string | null): NoticeSection {
  const items = reasons.flatMap((reason) =>
    accessibility.limits
      .filter((limit) => limit.reason === reason)
      .map(({ text, alternative }): NoticeItem => {
        const whole = alternative === undefined ? text : `${text} ${portalText('de', 'accessibility.alternative', { text: alternative })}`;
        return item(plain(portalText(language, `accessibility.${reason}`).replace(/:$/, '')), { detail: german(whole, language) });
      }),
  );
  return named(language, 'accessibility.limits', { items, missing });
}

function prepared({ accessibility }: MunicipalityConfiguration, language: Language, missing: string | null): NoticeSection {
  const { prepared: day, reviewed, method } = accessibility;
  return named(language, 'accessibility.prepared', {
    paragraphs: [
      ...(day ? [plain(portalText(language, 'accessibility.preparedOn', { day: longDay(day, language) }))] : []),
      ...(method ? [german(method, language)] : []),
      ...(reviewed ? [plain(portalText(language, 'accessibility.reviewedOn', { day: longDay(reviewed, language) }))] : []),
    ],
    missing,
  });
}

function enforcement({ accessibility }: MunicipalityConfiguration, language: Language, missing: string | null): NoticeSection {
  const body = accessibility.enforcement;
  return named(language, 'accessibility.enforcement', {
    paragraphs: body ? [plain(portalText(language, 'accessibility.enforcementText')), german(reach(body, language), language)] : [],
    items: body?.url === undefined ? [] : [item(plain(body.url), { href: body.url })],
    missing,
  });
}
