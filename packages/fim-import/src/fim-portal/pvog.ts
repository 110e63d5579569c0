import { parsed, notFound } from './fim-portal.js';
import { type GetOptions, defaultGetOptions, httpGet } from './http-get.js';
import { addressOf, portalAddress } from './portal-address.js';

/** The Suchdienst of the PVOG, as far as it is used here. Its answers are foreign input. */
export class Pvog {
  readonly #base: URL;
  readonly #options: GetOptions;

  /** @throws FimPortalError `fim-portal-address` */
  constructor(address: string, options: GetOptions = defaultGetOptions) {
    this.#base = portalAddress(address);
    this.#options = options;
  }

  /**
   * The description of a Leistung as it holds in a municipality.
   * @param ars Regionalschlüssel, 12 digits
   * @param day ISO date on which it holds
   */
  async description(leika: string, ars: string, day: string): Promise<{ readonly json: unknown; readonly address: string }> {
    const dated = [
      ['ars', ars],
      ['validDate', day],
    ] as const;
    const list = addressOf(this.#base, ['v3', 'servicedescriptions', 'leikaid'], [['leikaIds', leika], ...dated]);
    const id = firstId(await this.#json(list)) ?? notFound(list);
    const detail = addressOf(this.#base, ['v6', 'servicedescriptions', id, 'detail'], dated);
    return { json: await this.#json(detail), address: detail.href };
  }

  async #json(address: URL): Promise<unknown> {
    return parsed((await httpGet(address, 'json', this.#options)) ?? notFound(address), address);
  }
}

/** `{content: [{id: "L100042.LB.101954"}]}`; the id becomes a part of an address. */
function firstId(json: unknown): string | undefined {
  const content: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'content') : undefined;
  const [first]: readonly unknown[] = Array.isArray(content) ? content : [];
  const id: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'id') : undefined;
  return typeof id === 'string' && /^\w[\w-]*(\.[\w-]+)*$/.test(id) ? id : undefined;
}
