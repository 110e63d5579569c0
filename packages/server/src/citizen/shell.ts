import { basename } from 'node:path';
import { languages, uiText } from '@serviceportal/form-engine';
import type { Language, Link, Shell } from '@serviceportal/form-engine';
import type { Request } from 'express';
import type { RunningService } from '../applications/running-service.js';
import { legalPages } from '../municipalities/municipality.js';
import type { Portal } from '../portal.js';
import { reportAddress } from './accessibility/report-address.js';
import { privacyAddress } from './privacy/address.js';
import { portalText } from '../texts/portal-text.js';

export interface ShellParts {
  readonly title: string;
  readonly language: Language;
  readonly csrf: string;
  readonly breadcrumb?: readonly Link[];
  /** Address of the page, where it is not that of the request: to be shown again in another language. */
  readonly path?: string;
  readonly personal?: boolean;
  readonly script?: boolean;
  /** The service that the page belongs to. */
  readonly service?: RunningService;
  readonly homeHref?: string;
  readonly user?: Shell['user'];
}

const addresses = { imprint: '/impressum', privacy: '/datenschutz', accessibility: '/barrierefreiheit' } as const;

/** What stands around a page. */
export function shellOf(portal: Portal, request: Request, parts: ShellParts): Shell {
  const { municipality, assets } = portal;
  const { configuration } = municipality;
  const { contact, logo } = configuration;
  const font = assets.href(basename(municipality.brand.firstFont ?? 'FiraSans-Regular.woff2'));
  return {
    language: parts.language,
    title: parts.title,
    municipality: {
      name: configuration.name,
      claim: configuration.claim,
      logo: logo === undefined ? null : assets.href(basename(logo)),
      homeHref: parts.homeHref ?? '/',
      lang: parts.language === 'en' ? 'de' : null,
      contact: { office: contact.office, phone: contact.phone ?? null, email: contact.email ?? null, hours: contact.hours ?? null },
    },
    assets: {
      css: assets.hashed('portal.css'),
      script: assets.hashed('portal.js'),
      brandCss: assets.href('brand.css'),
      icon: assets.href('portal-icon.svg'),
      fonts: font === null ? [] : [font],
    },
    csrf: parts.csrf,
    breadcrumb: parts.breadcrumb ?? [],
    languages: languages.map((language) => ({
      language,
      label: uiText(language, `language.${language}`),
      href: `${parts.path ?? request.baseUrl + request.path}?sprache=${language}`,
      current: language === parts.language,
    })),
    footer: footerLinks(portal, parts),
    noindex: parts.personal ?? false,
    script: parts.script ?? false,
    notice: configuration.demonstration ? portalText(parts.language, 'demonstrationNotice') : null,
    user: parts.user ?? null,
    ...(parts.service && { german: parts.service.german(parts.language) }),
  };
}

function footerLinks(portal: Portal, parts: ShellParts): Link[] {
  const { municipality } = portal;
  const { language, service } = parts;
  const privacyHref = service && privacyAddress(portal, service.package);
  const legal = legalPages.map((page) => {
    const source = municipality.legal[page];
    const general = source && 'url' in source ? source.url : addresses[page];
    return { label: portalText(language, page), href: page === 'privacy' ? (privacyHref ?? general) : general };
  });
  return [
    { label: portalText(language, 'takeUp'), href: '/weiter' },
    { label: portalText(language, 'statusLookup'), href: '/status' },
    ...legal,
    { label: uiText(language, 'barrier.title'), href: reportHref(parts) },
  ];
}

/** The form knows on which page the person was by its title: its address may name an application. */
const reportHref = ({ title, user }: ShellParts): string =>
  user ? reportAddress : `${reportAddress}?${new URLSearchParams({ seite: title })}`;
