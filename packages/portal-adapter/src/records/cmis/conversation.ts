import { DeliveryError } from '../../contract/delivery.js';
import { exchange, ExchangeBroken } from '../../delivery/http/exchange.js';
import type { RequestBody } from '../../delivery/http/exchange.js';
import type { CmisConfiguration } from './configuration.js';
import { readAnswer } from './outcome.js';

/** Requests to the repository, with what they have in common. */
export interface Conversation {
  /** @throws DeliveryError */
  ask(url: URL): Promise<unknown>;
  /** @param options.writes false: the request changes nothing, though it is a POST. @throws DeliveryError */
  post(url: URL, body: RequestBody, options?: { readonly writes: boolean }): Promise<unknown>;
  /** The bytes at an address, however many. @throws DeliveryError */
  download(url: URL): AsyncGenerator<Uint8Array>;
}

/** A page of children with everything a repository adds unasked. */
const maxAnswer = 4 * 1024 * 1024;

export function conversation(configuration: CmisConfiguration, signal: AbortSignal): Conversation {
  const headers = { Accept: 'application/json', ...authorization(configuration) };
  const silenceMs = configuration.timeoutSeconds * 1000;

  async function exchanged(method: 'GET' | 'POST', url: URL, body: RequestBody | undefined, writes: boolean): Promise<unknown> {
    try {
      return readAnswer(await exchange({ method, url, headers, ...(body && { body }), silenceMs, signal, maxAnswer }), writes);
    } catch (cause) {
      if (!(cause instanceof ExchangeBroken)) throw cause;
      if (writes && cause.requestComplete) {
        const message = 'The request was sent to the repository, but no answer came. It may have done what was asked.';
        throw new DeliveryError('cmis-no-answer', 'unclear', message, { cause });
      }
      throw unreachable(url, cause);
    }
  }

  return {
    ask: (url) => exchanged('GET', url, undefined, false),
    post: (url, body, { writes } = { writes: true }) => exchanged('POST', url, body, writes),
    async *download(url) {
      try {
        const answer = await fetch(url, { headers: { ...headers, Accept: '*/*' }, redirect: 'error', signal });
        if (!answer.ok || !answer.body) throw new Error(`Status ${answer.status}.`);
        yield* answer.body;
      } catch (cause) {
        throw unreachable(url, cause);
      }
    },
  };
}

function unreachable(url: URL, cause: unknown): DeliveryError {
  return new DeliveryError('cmis-unreachable', 'unavailable', `The repository could not be reached or broke off: ${url.host}.`, { cause });
}

function authorization({ user, password, token }: CmisConfiguration): Record<string, string> {
  if (user !== undefined) return { Authorization: `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}` };
  return token === undefined ? {} : { Authorization: `Bearer ${token}` };
}
