import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import { fileAnswers } from '../applications/content.js';
import { lettersOf } from '../applications/letters.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { requireCase } from './case.js';

/** `GET /amt/vorgang/:id/anlage/:attachment`: always as a download, never shown by the browser. */
export function attachment(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { row, content } = await requireCase(portal, request);
    const wanted = request.params['attachment'];
    const sent = (await lettersOf(portal.office, row)).flatMap(({ files }) => files).find(({ attachment: id }) => id === wanted);
    const file = sent ?? fileAnswers(content.answers).find((answer) => answer.attachment === wanted);
    const secret = sent ?? (file && content.files[file.attachment]);
    if (!file || !secret) throw notFound('The attachment');
    response.attachment(file.name);
    response.set({ 'Content-Type': file.mediaType, 'Content-Length': String(file.size), 'X-Content-Type-Options': 'nosniff' });
    await pipeline(portal.office.files.read(file.attachment, Buffer.from(secret.key, 'base64url')), response);
  };
}
