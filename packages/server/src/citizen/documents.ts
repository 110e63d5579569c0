import type { RequestHandler, Response } from 'express';
import type { Portal } from '../portal.js';
import { retrievalCode } from '../storage/visit-keys.js';
import { applicationDocument, receiptDocument } from '../work/application-document.js';
import { requireApplication } from './submitted.js';

/** `GET /antrag/:id/antrag.pdf`: what was sent, for the citizen's own files. */
export function applicationPdf(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { application } = await requireApplication(portal, request);
    const bytes = applicationDocument(application, portal.municipality.sender);
    sendPdf(response, `Antrag-${application.row.reference}.pdf`, bytes);
  };
}

/** `GET /antrag/:id/quittung.pdf`: number, time and Abrufcode. */
export function receiptPdf(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { key, application } = await requireApplication(portal, request);
    const code = retrievalCode(key, application.row.id);
    const bytes = receiptDocument(application, portal.municipality.sender, code);
    sendPdf(response, `Quittung-${application.row.reference}.pdf`, bytes);
  };
}

export function sendPdf(response: Response, name: string, bytes: Uint8Array): void {
  response.attachment(name).type('application/pdf').send(Buffer.from(bytes));
}
