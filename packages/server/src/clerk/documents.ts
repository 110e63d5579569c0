import type { RequestHandler } from 'express';
import { sendPdf } from '../citizen/documents.js';
import type { Portal } from '../portal.js';
import { applicationDocument } from '../work/application-document.js';
import { requireCase } from './case.js';

/** `GET /amt/vorgang/:id/antrag.pdf` */
export function casePdf(portal: Portal): RequestHandler {
  return async (request, response) => {
    const application = await requireCase(portal, request);
    const bytes = applicationDocument(application, portal.municipality.sender);
    sendPdf(response, `Antrag-${application.row.reference}.pdf`, bytes);
  };
}
