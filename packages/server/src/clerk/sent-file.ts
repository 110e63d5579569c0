import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { openContent } from '../work/sent-content.js';
import { requireDelivery } from './delivery.js';

/** `GET /amt/vorgang/:id/uebergabe/:delivery/datei/:number`: a file exactly as it was sent, always as a download. */
export function sentFile(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { application, delivery } = await requireDelivery(portal, request);
    const files = openContent(portal.office, application.row, delivery)?.files ?? [];
    const number = String(request.params['number']);
    const file = /^[1-9]\d{0,4}$/.test(number) ? files[Number(number) - 1] : undefined;
    if (!file) throw notFound('The file');
    response.attachment(file.name);
    response.set({ 'Content-Type': file.mediaType, 'Content-Length': String(file.size), 'X-Content-Type-Options': 'nosniff' });
    await pipeline(portal.office.files.read(file.attachment, Buffer.from(file.key, 'base64url')), response);
  };
}
