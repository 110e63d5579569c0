import { serviceIn, serviceLang } from '@serviceportal/form-engine';
import type { ElementText, Language, LegalGround, NoticeSection, NoticeView } from '@serviceportal/form-engine';
import type { RunningService } from '../../applications/running-service.js';
import type { Portal } from '../../portal.js';
import type { PortalTextKey } from '../../texts/portal-text.js';
import { portalText } from '../../texts/portal-text.js';
import { cookiesUsed } from './cookies-used.js';
import { dataSection } from './data-section.js';
import { ownPrivacy, privacyGaps } from './gaps.js';
import type { PrivacyGap } from './gaps.js';
import { german, item, named, ownSections, plain } from './notice-parts.js';
import { recipients } from './recipients.js';
import { askInstead, authoritySection, whoSections } from './who.js';

/**
 * The privacy notice of a service (Art. 13 DSGVO), from what the package asks, where its applications go and what the municipality has
 * entered. What nobody has entered stands there as missing.
 */
export function privacyNotice(portal: Portal, service: RunningService, language: Language): NoticeView {
  const { configuration, privacyTexts } = portal.municipality;
  const { package: pkg } = service;
  const lang = serviceLang(pkg, language);
  const addition = privacyTexts.get(pkg.key)?.addition;
  const say = (key: PortalTextKey): ElementText => plain(portalText(language, key));
  return {
    caption: { text: serviceIn(pkg, language).title, lang: lang('service.title') },
    heading: say('privacy.title'),
    paragraphs: [say('privacy.intro')],
    sections: [
      ...whoSections(configuration, language),
      purposes(portal, service, language),
      grounds(portal, service, language),
      dataSection(portal, service, language),
      named(language, 'privacy.duty', { paragraphs: [say('privacy.dutyText'), say('privacy.noAutomation')] }),
      recipients(portal, pkg, language),
      ...thirdCountries(portal, language),
      storage(portal, service, language),
      cookies(portal, service, language),
      rights(pkg.service.privacy?.grounds ?? [], language, consents(portal, service)),
      authoritySection(configuration, language),
      ...(addition ? ownSections(addition, language) : []),
    ],
    links: [{ label: portalText(language, 'privacy.toService'), href: `/${pkg.key}` }, ...generalLink(portal, language)],
  };
}

function generalLink({ municipality }: Portal, language: Language): { label: string; href: string }[] {
  const own = municipality.legal.privacy;
  return [{ label: portalText(language, 'privacy.general'), href: own && 'url' in own ? own.url : '/datenschutz' }];
}

/** What stands in place of a gap; null: there is none. */
function missing({ municipality }: Portal, { package: pkg }: RunningService, language: Language, ...about: PrivacyGap[]): string | null {
  const gaps = privacyGaps(municipality, pkg);
  return about.some((gap) => gaps.includes(gap)) ? askInstead(municipality.configuration, language) : null;
}

function purposes(portal: Portal, service: RunningService, language: Language): NoticeSection {
  const { package: pkg } = service;
  const own = ownPrivacy(portal.municipality, pkg.key)?.purposes;
  const lang = serviceLang(pkg, language);
  const texts = serviceIn(pkg, language).privacy?.purposes ?? [];
  const items = own
    ? own.map((text) => item(german(text, language)))
    : texts.map((text, index) => item({ text, lang: lang(`service.privacy.purposes.${index}`) }));
  return named(language, 'privacy.purposes', { items, missing: missing(portal, service, language, 'purposes') });
}

function grounds(portal: Portal, service: RunningService, language: Language): NoticeSection {
  const { legalBasis, privacy } = service.package.service;
  const named6 = privacy?.grounds ?? [];
  const norms = legalBasis.map(({ text, link }) => item(german(text, language), { href: link ?? null }));
  return named(language, 'privacy.grounds', {
    paragraphs: [
      ...named6.map((ground) => plain(portalText(language, `privacy.ground.${ground}`))),
      ...(norms.length > 0 ? [plain(portalText(language, 'privacy.legalBasis'))] : []),
    ],
    items: norms,
    missing: missing(portal, service, language, 'grounds', 'legal-basis'),
  });
}

function thirdCountries({ municipality }: Portal, language: Language): NoticeSection[] {
  const text = municipality.configuration.privacy.thirdCountries;
  return text === undefined ? [] : [named(language, 'privacy.thirdCountries', { paragraphs: [german(text, language)] })];
}

function storage(portal: Portal, service: RunningService, language: Language): NoticeSection {
  const { package: pkg } = service;
  const own = ownPrivacy(portal.municipality, pkg.key)?.retention;
  const text = own ?? serviceIn(pkg, language).privacy?.retention;
  const lang = own === undefined ? serviceLang(pkg, language)('service.privacy.retention') : german('', language).lang;
  const days = pkg.service.draftDays;
  const draft = portalText(language, days === 1 ? 'privacy.storageDraftOneDay' : 'privacy.storageDraftDays', { days });
  const submitted = portalText(language, 'privacy.storageSubmitted');
  const gap = missing(portal, service, language, 'retention');
  return named(language, 'privacy.storage', {
    items: [
      item(plain(portalText(language, 'privacy.storageDraft')), { detail: plain(draft) }),
      ...(text === undefined ? [] : [item(plain(submitted), { detail: { text, lang } })]),
    ],
    missing: gap && `${submitted}: ${gap}`,
  });
}

export function cookies(portal: Portal, service: RunningService | null, language: Language): NoticeSection {
  return named(language, 'privacy.cookies', {
    paragraphs: [plain(portalText(language, 'privacy.cookiesText'))],
    items: cookiesUsed(service?.package ?? null, portal.cookies, language, portal.account !== null).map(({ name, use }) =>
      item(plain(name), { detail: plain(use) }),
    ),
  });
}

/** Something beside the application is done only with consent: what the package asks for, or messages by e-mail. */
const consents = ({ office }: Portal, { package: pkg }: RunningService): boolean =>
  office.notifies || (pkg.workflow.declarations ?? []).some(({ kind }) => kind === 'consent');

/** Which rights there are depends on the ground: Art. 20 and 21 DSGVO. All of them where no ground is named. */
export function rights(grounds: readonly LegalGround[], language: Language, asksConsent = false): NoticeSection {
  const onOf = (...of: readonly LegalGround[]): boolean => grounds.length === 0 || grounds.some((ground) => of.includes(ground));
  const keys: PortalTextKey[] = [
    'privacy.right.access',
    'privacy.right.correct',
    'privacy.right.erase',
    'privacy.right.restrict',
    ...(onOf('consent', 'contract') ? (['privacy.right.portability'] as const) : []),
    ...(onOf('public-task') ? (['privacy.right.object'] as const) : []),
    ...(asksConsent || grounds.includes('consent') ? (['privacy.right.consent'] as const) : []),
  ];
  return named(language, 'privacy.rights', { items: keys.map((key) => item(plain(portalText(language, key)))) });
}
