import type { RequestHandler } from 'express';
import { startApplication } from '../applications/start.js';
import type { Portal } from '../portal.js';
import { seeOther } from '../security/see-other.js';
import { visitOf } from '../security/visit.js';
import { holdDraft } from './hold-draft.js';
import { languageOf } from './language.js';
import { accountAddress, demandText } from './prefill/account-offer.js';
import { afterStart } from './prefill/after-start.js';
import { bestEarlier, ownIds } from './prefill/earlier.js';
import { takeOverAddress } from './prefill/take-over.js';
import { offeredService } from './service-page.js';

/**
 * `POST /:service/antrag`: a new draft, and the browser gets the only key to it. Where another application of this browser says
 * something about the person, it is offered first.
 */
export function start(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { office, cookies } = portal;
    const service = offeredService(portal, request.params['service']);
    const language = languageOf(request, cookies);
    if (demandText(portal, service, language) !== null) return seeOther(response, accountAddress(service.package.key));
    const known = visitOf(request, cookies);
    const visit = known ?? office.random.bytes(32);
    const draft = await startApplication(office, visit, service, language);
    const earlier = known && (await bestEarlier(portal, known, ownIds(portal, request), draft));
    holdDraft(portal, response, visit, draft);
    seeOther(response, earlier ? takeOverAddress(draft.id, earlier.id) : afterStart(portal, draft));
  };
}
