import { createHash, timingSafeEqual } from 'node:crypto';
import type { AuthenticationTags } from './security-event.js';

/** Are these the same, whatever their order? Takes the same time wherever they differ. */
export function sameTags(one: AuthenticationTags, other: AuthenticationTags): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest({ metadata, data, attachments }: AuthenticationTags): Buffer {
  const sorted = Object.entries(attachments).map(([id, tag]) => [id.toLowerCase(), tag]).sort(([one = ''], [other = '']) => one < other ? -1 : 1); // prettier-ignore
  return createHash('sha256').update(JSON.stringify([metadata, data ?? null, sorted])).digest(); // prettier-ignore
}
