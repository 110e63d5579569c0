import { uiText } from '@serviceportal/form-engine';
import type { ContinueLaterView } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { dayOf } from '../applications/day-of.js';
import { endSharing, shareDraft, sharingOf } from '../applications/share-draft.js';
import type { Portal } from '../portal.js';
import { seeOther } from '../security/see-other.js';
import { formContext, requireDraft, sendPage } from './citizen-request.js';
import { clockTime, longDay } from './local-time.js';
import { ownAddress } from './own-address.js';
import { qrCode } from './qr-code.js';
import { reminderLinks } from './reminder.js';
import { takeUpAddress } from './take-up.js';

/** `GET /antrag/:id/spaeter`: until when the draft is kept, and how it can be continued on another device. */
export function continueLater(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { draft } = await requireDraft(portal, request);
    const context = formContext(portal, draft);
    const { language } = context.wording;
    const { code, link } = await sharingOf(portal.office, draft);
    const view: ContinueLaterView = {
      serviceTitle: context.serviceTitle,
      deletedOn: longDay(dayOf(new Date(draft.expiresAt)), language),
      reminders: reminderLinks(portal, draft, language),
      action: `/antrag/${draft.id}/spaeter`,
      code,
      enterAddress: ownAddress(portal, request, takeUpAddress).replace(/^https?:\/\//, ''),
      link: link && {
        qr: qrCode(ownAddress(portal, request, `${takeUpAddress}/${link.secret}`)),
        until: clockTime(link.expiresAt),
      },
      overviewHref: context.links.overview,
    };
    sendPage(portal, request, response, 'continue-later', view, {
      title: `${uiText(language, 'later.title')} – ${context.serviceTitle}`,
      language,
      personal: true,
      service: draft.service,
      breadcrumb: [{ label: context.serviceTitle, href: context.links.before }],
    });
  };
}

/** `POST /antrag/:id/spaeter`: `aktion=code` makes code and link, `aktion=ende` makes them worthless. */
export function changeSharing(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { draft } = await requireDraft(portal, request);
    const body = request.body as Record<string, unknown>;
    await (body['aktion'] === 'ende' ? endSharing(portal.office, draft) : shareDraft(portal.office, draft));
    seeOther(response, `/antrag/${draft.id}/spaeter`);
  };
}
