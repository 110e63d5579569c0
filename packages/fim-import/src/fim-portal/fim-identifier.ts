import type { Identifikation } from '../xdatenfelder/angaben.js';
import { FimPortalError } from './portal-error.js';

/** Ids of both versions of XDatenfelder: 8 digits in 2.0, 11 in 3.0.0. Nothing else ever becomes part of a file name. */
export const isSchemaId = (text: string): boolean => /^S(\d{8}|\d{11})$/.test(text);

export const isVersion = (text: string): boolean => /^\d{1,4}\.\d{1,4}(\.\d{1,4})?$/.test(text);

/**
 * `S05000001195`, `S05000001195V2.3.0`, or both apart (`V2.3.0` or `2.3.0`).
 * @throws FimPortalError `fim-portal-identifier`
 */
export function schemaIdentifier(text: string, version?: string): Identifikation {
  const [id = '', inId, more] = text.trim().toUpperCase().split('V');
  const given = version?.trim().replace(/^v/i, '');
  const wanted = given ?? inId;
  const clear = isSchemaId(id) && more === undefined && (given === undefined || inId === undefined || given === inId);
  if (!clear || (wanted !== undefined && !isVersion(wanted))) {
    throw new FimPortalError('fim-portal-identifier', [text, version].filter(Boolean).join(' '), {
      de: 'Das ist keine Id eines Datenschemas. Sie sieht aus wie S05000001195, mit Fassung wie S05000001195 V2.3.0; fim search findet sie.',
      en: 'This is no id of a data schema. It looks like S05000001195, with a version like S05000001195 V2.3.0; fim search finds it.',
    });
  }
  return { id, ...(wanted !== undefined && { version: wanted }) };
}

/** Orders versions by their numbers: `1.10.0` after `1.9.0`. */
export const compareVersions = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
