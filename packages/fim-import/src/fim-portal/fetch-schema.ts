import type { Freigabestatus, Identifikation } from '../xdatenfelder/angaben.js';
import { readSchemaText } from '../xdatenfelder/read-schema.js';
import type { ReadSchema } from '../xdatenfelder/schema-message.js';
import { ChunkDecoder } from '../xml/decode-chunks.js';
import { FimInputError } from '../xml/fim-input-error.js';
import type { FimPortal } from './fim-portal.js';
import type { PortalCache } from './portal-cache.js';
import { FimPortalError } from './portal-error.js';
import { newestReleased } from './schema-entry.js';

export interface FetchedSchema {
  readonly read: ReadSchema;
  readonly content: Uint8Array;
  /** `portal`; `cache`, because released versions do not change; `offline`: the cached copy, because the portal did not answer. */
  readonly from: 'portal' | 'cache' | 'offline';
  /** Why the portal could not be used. */
  readonly trouble?: FimPortalError;
}

export interface FetchOptions {
  /** Ask the portal also for what is cached. */
  readonly refresh: boolean;
}

/**
 * Fetches a schema; without a version the newest released one. What the portal sends is read before it is kept.
 * @throws FimPortalError, FimInputError
 */
export async function fetchSchema(
  { id, version }: Identifikation,
  portal: FimPortal,
  cache: PortalCache,
  { refresh }: FetchOptions,
): Promise<FetchedSchema> {
  const wanted = version === undefined ? await newestVersion(id, portal, cache) : { version };
  const identification = { id, version: wanted.version };
  const cached = await fromCache(identification, portal, cache);
  if (cached !== undefined && wanted.trouble !== undefined) return { ...cached, from: 'offline', trouble: wanted.trouble };
  if (cached !== undefined && !refresh && isFinal(cached.read.schema.freigabestatus)) return { ...cached, from: 'cache' };
  try {
    const content = await portal.schema(identification);
    const read = readChecked(content, identification, portal);
    await cache.write('schemas', identification, content);
    return { read, content, from: 'portal' };
  } catch (error) {
    if (cached === undefined || !isOutage(error)) throw error;
    return { ...cached, from: 'offline', trouble: error };
  }
}

/** Versions of this status do not change any more. */
const isFinal = (status: Freigabestatus | undefined): boolean => status === '5' || status === '6' || status === 'aktiv';

/** The portal cannot be asked just now. */
export const isOutage = (error: unknown): error is FimPortalError =>
  error instanceof FimPortalError && (error.code === 'fim-portal-unreachable' || error.code === 'fim-portal-busy');

async function newestVersion(
  id: string,
  portal: FimPortal,
  cache: PortalCache,
): Promise<{ readonly version: string; readonly trouble?: FimPortalError }> {
  try {
    const entries = await portal.versions(id);
    const newest = newestReleased(entries);
    if (newest !== undefined) return newest;
    const found = entries.map(({ version, status }) => `${version} (${status || '?'})`).join(', ') || '–';
    throw new FimPortalError('fim-portal-unreleased', `${portal.base.href} ${id}`, {
      de: `Keine Fassung ist fachlich freigegeben. Es gibt: ${found}. Nennen Sie eine davon, wenn Sie sie wollen.`,
      en: `No version is released. There are: ${found}. Name one of them if you want it.`,
    });
  } catch (error) {
    const version = isOutage(error) ? await cache.newest(id) : undefined;
    if (!isOutage(error) || version === undefined) throw error;
    return { version, trouble: error };
  }
}

/** A copy that can no longer be read is none: it is fetched again. */
async function fromCache(
  identification: Identifikation,
  portal: FimPortal,
  cache: PortalCache,
): Promise<Pick<FetchedSchema, 'read' | 'content'> | undefined> {
  const content = await cache.read('schemas', identification);
  if (content === undefined) return undefined;
  try {
    return { read: readChecked(content, identification, portal), content };
  } catch (error) {
    if (error instanceof FimInputError || error instanceof FimPortalError) return undefined;
    throw error;
  }
}

/** @throws FimPortalError `fim-portal-answer` for another schema than the one asked for, FimInputError for what is none */
function readChecked(content: Uint8Array, identification: Identifikation, portal: FimPortal): ReadSchema {
  const address = portal.schemaAddress(identification).href;
  const decoder = new ChunkDecoder(address);
  const read = readSchemaText(decoder.decode(content) + decoder.end(), address);
  const { id, version } = read.schema;
  if (id === identification.id && version === identification.version) return read;
  throw new FimPortalError('fim-portal-answer', address, {
    de: `Gekommen ist ein anderes Schema: ${id} ${version ?? ''}. Es wird nicht verwendet.`,
    en: `Another schema came: ${id} ${version ?? ''}. It is not used.`,
  });
}
