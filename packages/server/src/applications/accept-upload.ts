import type { Readable } from 'node:stream';
import type { FileAnswer, MessageCode } from '@serviceportal/form-engine';
import { pdfState } from '../pdf/pdf-state.js';
import type { FileSecret } from './content.js';
import { namedByType } from './file-name.js';
import { allowedType } from './file-type.js';
import type { ImageOutcome } from './image-check.js';
import { isDecoded } from './image-check.js';
import type { Office } from './office.js';
import type { Upload } from './upload.js';

export type RefusalCode = Extract<MessageCode, `file-${string}`>;

/** Why an upload is not taken. */
export class Refusal {
  readonly code: RefusalCode;
  /** What would have been possible, where the limits of the question do not say it. */
  readonly bound: string | undefined;
  /** Nobody scans or stores just now: the other files of the post need not wait for the same. */
  readonly forAll: boolean;
  constructor(code: RefusalCode, { bound, forAll = false }: { readonly bound?: string; readonly forAll?: boolean } = {}) {
    this.code = code;
    this.bound = bound;
    this.forAll = forAll;
  }
}

/** The place where files lie takes or gives none just now. */
export const unstored = new Refusal('file-unstored', { forAll: true });

export interface UploadLimits {
  /** Bytes. */
  readonly maxSize: number;
  readonly mediaTypes: readonly string[];
}

export interface AcceptedUpload {
  readonly answer: FileAnswer;
  readonly secret: FileSecret;
}

/**
 * What an upload is, by its content; or why it is not taken. It is scanned as it came. A picture is then replaced by the picture alone:
 * `replace` keeps these bytes in place of the upload.
 */
export async function acceptUpload(
  office: Office,
  upload: Upload,
  { maxSize, mediaTypes }: UploadLimits,
  replace: (bytes: Buffer) => Promise<Upload>,
): Promise<AcceptedUpload | Refusal> {
  if (upload.unstored) return unstored;
  if (upload.tooLarge || upload.size > maxSize) return new Refusal('file-size');
  if (upload.size === 0) return new Refusal('file-broken');
  const type = await allowedType(upload.head, mediaTypes);
  if (type === null) return new Refusal('file-type');
  const open = (): Readable => office.files.read(upload.attachment, Buffer.from(upload.secret.key, 'base64url'));
  const verdict = office.virusCheck ? await office.virusCheck.check(upload.attachment, open) : 'clean';
  if (verdict !== 'clean') return new Refusal(`file-${verdict}`, { forAll: verdict === 'unscanned' });
  const { mediaType } = type;
  const accepted = (stored: Upload): AcceptedUpload | Refusal => {
    const { attachment, size, secret } = stored;
    return stored.unstored ? unstored : { answer: { attachment, name: namedByType(upload.name, type), mediaType, size }, secret };
  };
  if (mediaType === 'application/pdf') {
    const state = await pdfState(open);
    return state === 'whole' ? accepted(upload) : new Refusal(`file-${state}`);
  }
  if (!isDecoded(mediaType)) return accepted(upload);
  const outcome = await office.images.encode(open(), mediaType, maxSize);
  return outcome.kind === 'encoded' ? accepted(await replace(outcome.bytes)) : refusalOf(outcome.kind, office.images.megapixels);
}

function refusalOf(kind: Exclude<ImageOutcome['kind'], 'encoded'>, megapixels: number): Refusal {
  switch (kind) {
    case 'broken':
      return new Refusal('file-broken');
    case 'too-many-pixels':
      return new Refusal('file-pixels', { bound: String(megapixels) });
    case 'too-large':
      return new Refusal('file-size');
    case 'busy':
      return new Refusal('file-unscanned');
  }
}
