import { languages, uiText } from '@serviceportal/form-engine';
import type { Language, Link, Shell } from '@serviceportal/form-engine';
import type { Request } from 'express';
import { legalPages } from '../municipalities/municipality.js';
import type { Municipality } from '../municipalities/municipality.js';
import type { Portal } from '../portal.js';
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
  readonly homeHref?: string;
  readonly user?: Shell['user'];
}

const addresses = { imprint: '/impressum', privacy: '/datenschutz', accessibility: '/barrierefreiheit' } as const;

/** What stands around a page. */
export function shellOf(portal: Portal, request: Request, parts: ShellParts): Shell {
  const { municipality, assets } = portal;
  const { configuration } = municipality;
  const { contact, logo, brandCss } = configuration;
  const font = assets.href('FiraSans-Regular.woff2');
  return {
    language: parts.language,
    title: parts.title,
    municipality: {
      name: configuration.name,
      claim: configuration.claim,
      logo: logo === undefined ? null : assets.href(logo),
      homeHref: parts.homeHref ?? '/',
      contact: { office: contact.office, phone: contact.phone ?? null, email: contact.email ?? null, hours: contact.hours ?? null },
    },
    assets: {
      css: assets.hashed('portal.css'),
      script: assets.hashed('portal.js'),
      brandCss: brandCss === undefined ? null : assets.href(brandCss),
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
    footer: footerLinks(municipality, parts.language),
    noindex: parts.personal ?? false,
    script: parts.script ?? false,
    notice: configuration.demonstration ? portalText(parts.language, 'demonstrationNotice') : null,
    user: parts.user ?? null,
  };
}

function footerLinks(municipality: Municipality, language: Language): Link[] {
  const legal = legalPages.map((page) => {
    const source = municipality.legal[page];
    return { label: portalText(language, page), href: 'url' in source ? source.url : addresses[page] };
  });
  return [
    { label: portalText(language, 'takeUp'), href: '/weiter' },
    { label: portalText(language, 'statusLookup'), href: '/status' },
    ...legal,
  ];
}
