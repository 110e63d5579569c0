import { uiText } from '@serviceportal/form-engine';
import type { MessageView, NoticeView } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import type { RunningService } from '../../applications/running-service.js';
import type { LegalText } from '../../municipalities/legal-text.js';
import type { Portal } from '../../portal.js';
import { notFound } from '../../security/portal-error.js';
import { seeOther } from '../../security/see-other.js';
import { portalText } from '../../texts/portal-text.js';
import { sendPage } from '../citizen-request.js';
import { languageOf } from '../language.js';
import { serviceWords } from '../service-words.js';
import { privacyAddress } from './address.js';
import { item, named, plain } from './notice-parts.js';
import { cookies, privacyNotice, rights } from './privacy-notice.js';
import { authoritySection, whoSections } from './who.js';

/** `GET /:service/datenschutz[/:digest]`: of the version on offer, or of an older one. */
export function servicePrivacy(portal: Portal): RequestHandler {
  return async (request, response) => {
    const service = await serviceOf(portal, String(request.params['service']), request.params['digest']);
    const language = languageOf(request, portal.cookies);
    const { title } = serviceWords(service.package, language);
    const instead = portal.municipality.privacyTexts.get(service.package.key)?.instead;
    if (instead && 'url' in instead) return seeOther(response, instead.url);
    const parts = {
      title: `${portalText(language, 'privacy.title')} – ${title}`,
      service,
      breadcrumb: [{ label: title, href: `/${service.package.key}` }],
    };
    if (instead) sendPage(portal, request, response, 'message', ownText(instead), { title: instead.heading, language: 'de' });
    else sendPage(portal, request, response, 'notice', privacyNotice(portal, service, language), parts);
  };
}

async function serviceOf({ office }: Portal, key: string, digest: unknown): Promise<RunningService> {
  const offered = office.services.byKey(key);
  const older = typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest) ? await office.services.byDigest(`sha256:${digest}`) : null;
  const found = digest === undefined ? offered : older;
  if (found?.package.key !== key) throw notFound('The service');
  return found;
}

/** `GET /datenschutz`: the municipality's own text, or what holds for all pages; and the notices of the services. */
export function generalPrivacy(portal: Portal): RequestHandler {
  return (request, response) => {
    const own = portal.municipality.legal.privacy;
    if (own && 'url' in own) throw notFound('The text; it stands elsewhere');
    const language = languageOf(request, portal.cookies);
    const links = portal.office.services.offered.map(({ package: pkg }) => ({
      label: `${portalText(own ? 'de' : language, 'privacy.title')}: ${serviceWords(pkg, own ? 'de' : language).title}`,
      href: privacyAddress(portal, pkg),
    }));
    // A text of one's own is a legal text in German.
    if (own) sendPage(portal, request, response, 'message', { ...ownText(own), links }, { title: own.heading, language: 'de' });
    else {
      const { configuration } = portal.municipality;
      const view: NoticeView = {
        caption: null,
        heading: plain(portalText(language, 'privacy.title')),
        paragraphs: [plain(portalText(language, 'privacy.introGeneral')), plain(portalText(language, 'privacy.technical'))],
        sections: [
          ...whoSections(configuration, language),
          named(language, 'privacy.storage', {
            items: [
              item(plain(portalText(language, 'privacy.storageReport')), {
                detail: plain(portalText(language, 'privacy.storageReportDays', { days: configuration.accessibility.reportDays })),
              }),
            ],
          }),
          cookies(portal, null, language),
          rights([], language),
          authoritySection(configuration, language),
        ],
        links: [...links, { label: uiText(language, 'message.home'), href: '/' }],
      };
      sendPage(portal, request, response, 'notice', view, { title: view.heading.text });
    }
  };
}

export function ownText({ heading, paragraphs, sections }: LegalText): MessageView {
  return { heading, paragraphs, sections, links: [], confirm: null };
}
