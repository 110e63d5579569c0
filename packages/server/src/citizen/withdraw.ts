import { LifecycleError } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { withdraw } from '../applications/dialogue.js';
import type { Portal } from '../portal.js';
import { seeOther } from '../security/see-other.js';
import { portalText } from '../texts/portal-text.js';
import type { CaseAccess } from './case-access.js';
import { sendPage } from './citizen-request.js';
import { languageOf } from './language.js';

/** `GET …/ruecknahme`: asks whether to take the application back. */
export function askWithdraw(portal: Portal, access: CaseAccess): RequestHandler {
  return async (request, response) => {
    const { base, row } = await access(portal, request);
    const language = languageOf(request, portal.cookies);
    const heading = portalText(language, 'withdrawQuestion');
    const view = {
      heading,
      paragraphs: [portalText(language, 'withdrawText', { reference: row.reference })],
      sections: [],
      links: [],
      confirm: {
        action: `${base}/ruecknahme`,
        label: portalText(language, 'withdraw'),
        cancel: { label: portalText(language, 'withdrawCancel'), href: `${base}/stand` },
      },
    };
    sendPage(portal, request, response, 'message', view, { title: heading, language, personal: true });
  };
}

/** `POST …/ruecknahme`. Where it is too late, the status says so. */
export function withdrawCase(portal: Portal, access: CaseAccess): RequestHandler {
  return async (request, response) => {
    const { base, row } = await access(portal, request);
    try {
      await withdraw(portal.office, row, { actor: 'citizen' });
    } catch (error) {
      if (!(error instanceof LifecycleError)) throw error;
    }
    seeOther(response, `${base}/stand`);
  };
}
