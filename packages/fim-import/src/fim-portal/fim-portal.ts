import type { Identifikation } from '../xdatenfelder/angaben.js';
import { type GetOptions, defaultGetOptions, httpGet } from './http-get.js';
import { addressOf, portalAddress } from './portal-address.js';
import { FimPortalError } from './portal-error.js';
import { type SchemaEntry, type SchemaPage, readSchemaPage } from './schema-entry.js';

const pageSize = 100;

/** The REST API of the FIM portal (`/api/v1`, OpenAPI 0.24), as far as it is used here. Its answers are foreign input. */
export class FimPortal {
  readonly base: URL;
  readonly #options: GetOptions;

  /** @throws FimPortalError `fim-portal-address` */
  constructor(address: string, options: GetOptions = defaultGetOptions) {
    this.base = portalAddress(address);
    this.#options = options;
  }

  /**
   * Full-text search, the newest version of each schema; at most `limit` entries.
   * @returns the entries, and how many there are in all
   */
  async search(text: string, limit: number): Promise<SchemaPage> {
    const entries: SchemaEntry[] = [];
    let count = 0;
    for (;;) {
      const size = Math.min(pageSize, limit - entries.length);
      const address = this.#api(
        ['schemas'],
        [
          ['fts_query', text],
          ['is_latest', 'true'],
          ['limit', String(size)],
          ['offset', String(count)],
        ],
      );
      const page = readSchemaPage(await this.#json(address), address.href);
      entries.push(...page.entries);
      count += page.count;
      // A page without entries ends the list, whatever total it claims.
      const complete = page.count === 0 || count >= page.total || entries.length >= limit;
      if (complete) return { entries: entries.slice(0, limit), count, total: page.total };
    }
  }

  /** All versions of a schema. */
  async versions(id: string): Promise<readonly SchemaEntry[]> {
    const address = this.#api(['schemas', id]);
    return readSchemaPage(await this.#json(address), address.href).entries.filter((entry) => entry.id === id);
  }

  schemaAddress = ({ id, version = '' }: Identifikation): URL => this.#api(['schemas', id, version, 'xdf']);

  /** A schema as XDatenfelder, not yet read. */
  async schema(identification: Identifikation): Promise<Uint8Array> {
    const address = this.schemaAddress(identification);
    return (await httpGet(address, 'xml', this.#options)) ?? notFound(address);
  }

  /** The translated rules of one element, not yet read; undefined where FIM has not translated them. */
  async translatedRules({ id, version = '' }: Identifikation): Promise<unknown> {
    const address = this.#api(['translated-rules', id, version]);
    const body = await httpGet(address, 'json', this.#options);
    return body && parsed(body, address);
  }

  /** The texts of a Leistung that editors keep, as JSON. */
  async stammtexte(leistungsschluessel: string): Promise<unknown> {
    return this.#json(
      this.#api(
        ['leistung-stammtexte'],
        [
          ['leistungsschluessel', leistungsschluessel],
          ['limit', String(pageSize)],
        ],
      ),
    );
  }

  xzufiAddress = (redaktion: string, leistung: string): URL => this.#api(['leistung-stammtexte', redaktion, leistung, 'leika', 'xzufi']);

  /** A Leistung as XZuFi, not yet read. */
  async xzufi(redaktion: string, leistung: string): Promise<Uint8Array> {
    const address = this.xzufiAddress(redaktion, leistung);
    return (await httpGet(address, 'xml', this.#options)) ?? notFound(address);
  }

  #api(parts: readonly string[], query?: readonly (readonly [string, string])[]): URL {
    return addressOf(this.base, ['api', 'v1', ...parts], query);
  }

  async #json(address: URL): Promise<unknown> {
    return parsed((await httpGet(address, 'json', this.#options)) ?? notFound(address), address);
  }
}

/** @throws FimPortalError `fim-portal-answer` for what is no JSON */
export function parsed(body: Uint8Array, address: URL): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    throw new FimPortalError('fim-portal-answer', address.href, {
      de: 'Die Antwort ist kein JSON, oder sie ist abgeschnitten. Versuchen Sie es noch einmal.',
      en: 'The answer is not JSON, or it is cut off. Try again.',
    });
  }
}

export function notFound(address: URL): never {
  throw new FimPortalError('fim-portal-not-found', address.href, {
    de: 'Das gibt es dort nicht. Prüfen Sie Id und Fassung; fim search zeigt, was es gibt.',
    en: 'There is no such thing. Check id and version; fim search shows what there is.',
  });
}
