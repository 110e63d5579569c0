import type { FileAnswer, MessageCode } from '@serviceportal/form-engine';
import { namedByType } from './file-name.js';
import { allowedType } from './file-type.js';
import type { Upload } from './upload.js';

export type RefusedUpload = Extract<MessageCode, 'file-size' | 'file-broken' | 'file-type'>;

/** What an upload is, by its content; or why it is not taken. */
export async function acceptUpload(
  upload: Upload,
  { maxSize, mediaTypes }: { readonly maxSize: number; readonly mediaTypes: readonly string[] },
): Promise<FileAnswer | RefusedUpload> {
  if (upload.tooLarge || upload.size > maxSize) return 'file-size';
  if (upload.size === 0) return 'file-broken';
  const type = await allowedType(upload.head, mediaTypes);
  if (type === null) return 'file-type';
  const { attachment, size } = upload;
  return { attachment, name: namedByType(upload.name, type), mediaType: type.mediaType, size };
}
