import { FimPortalError } from './portal-error.js';

/** What is asked for; it decides which content types count as an answer. */
export type AnswerKind = 'json' | 'xml';

export const accepted: Readonly<Record<AnswerKind, string>> = { json: 'application/json', xml: 'application/xml, text/xml;q=0.9' };

const fitting: Readonly<Record<AnswerKind, RegExp>> = {
  json: /^application\/(?:[\w.-]+\+)?json$/,
  // Downloads are also served as files of no certain kind; what is in them is checked when they are read.
  xml: /^(?:application|text)\/(?:[\w.-]+\+)?xml$|^application\/octet-stream$/,
};

/** @throws FimPortalError `fim-portal-answer` for another content type, such as the error page of a proxy */
export function checkContentType(header: string | null, kind: AnswerKind, address: string): void {
  const type = (header ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (fitting[kind].test(type)) return;
  const found = type === '' ? '–' : type;
  throw new FimPortalError('fim-portal-answer', address, {
    de: `Erwartet wurde ${kind.toUpperCase()}, gekommen ist „${found}“. Ist das die Adresse des Portals, oder antwortet ein Proxy?`,
    en: `${kind.toUpperCase()} was expected, “${found}” came. Is this the address of the portal, or does a proxy answer?`,
  });
}

/**
 * Reads a body up to a number of bytes, as they are after decompression.
 * @throws FimPortalError `fim-portal-too-large`; what breaks off throws as the body does
 */
export async function readBounded(body: AsyncIterable<Uint8Array> | null, bytes: number, address: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > bytes) {
      throw new FimPortalError('fim-portal-too-large', address, {
        de: `Die Antwort hat mehr als ${bytes / 1_000_000} MB. So groß ist hier nichts; prüfen Sie die Adresse.`,
        en: `The answer has more than ${bytes / 1_000_000} MB. Nothing here is that large; check the address.`,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
