import type { RequestHandler } from 'express';
import type { Portal } from '../portal.js';
import { portalText } from '../texts/portal-text.js';
import { sendPage } from './citizen-request.js';
import { languageOf } from './language.js';
import { serviceWords } from './service-words.js';

/** `GET /`: what can be applied for. */
export function listServices(portal: Portal): RequestHandler {
  return (request, response) => {
    const language = languageOf(request, portal.cookies);
    const heading = portalText(language, 'services');
    const services = portal.office.services.offered.map((service) => {
      const { title, summary, lang } = serviceWords(service.package, language);
      return { title, summary, lang, href: `/${service.package.key}`, preview: service.preview };
    });
    sendPage(
      portal,
      request,
      response,
      'service-list',
      { heading, intro: portalText(language, 'servicesIntro'), services },
      { title: heading },
    );
  };
}
