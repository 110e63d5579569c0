import type { FormPost } from '@serviceportal/form-engine';
import type { Request } from 'express';
import type { Uploads } from '../applications/uploads.js';
import { formFields } from './form-fields.js';
import { readMultipart } from './read-multipart.js';

/**
 * Reads the post of a form page. Files go sealed to disk while they arrive; one that is larger than `uploadLimit` is read to
 * its end and reported, up to three times the limit, where the whole post is refused.
 */
export async function receivePost(request: Request, uploads: Uploads, uploadLimit: number): Promise<FormPost> {
  if (!request.is('multipart/form-data')) return formFields(request.body);
  // No file is larger than its post: so much room it takes at most.
  const most = Math.min(uploadLimit, Number(request.get('content-length') ?? uploadLimit));
  const fields = await readMultipart(request, uploadLimit * 3, (file) => uploads.receive(file, most));
  // Where the check of the form's token looks for it.
  request.body = fields;
  return fields;
}
