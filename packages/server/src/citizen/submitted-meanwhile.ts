import type { ErrorRequestHandler } from 'express';
import { ownApplication } from '../applications/look-up.js';
import type { Portal } from '../portal.js';
import { PortalError } from '../security/portal-error.js';
import { seeOther } from '../security/see-other.js';
import { visitOf } from '../security/visit.js';

/** Where a draft is gone because it was submitted – in another tab, on another device –, its status is shown instead. */
export function submittedMeanwhile(portal: Portal): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    if (!(error instanceof PortalError) || error.code !== 'draft-unknown' || response.headersSent) return next(error);
    const visit = visitOf(request, portal.cookies);
    const id = request.path.split('/')[1] ?? '';
    const own = visit && (await ownApplication(portal.office, visit, id));
    if (own) seeOther(response, `/antrag/${id}/stand`);
    else next(error);
  };
}
