import { once } from 'node:events';
import { request as plainRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { DeliveryError } from '../../../contract/delivery.js';
import type { DeliveryContext } from '../../../contract/delivery.js';
import type { AccessTokens } from './access-token.js';
import { failureOf } from './failures.js';

export interface Downloader {
  /** The bytes of an attachment, as they come. Redirects are not followed. @throws DeliveryError */
  bytes(url: string, context: DeliveryContext): AsyncGenerator<Buffer>;
}

export function downloader(tokens: AccessTokens, options: { readonly userAgent: string; readonly silenceMs: number }): Downloader {
  return {
    async *bytes(url, context) {
      const token = await tokens.get(context);
      const headers = { Accept: 'application/jose', 'User-Agent': options.userAgent, Authorization: `Bearer ${token}` };
      const get = new URL(url).protocol === 'https:' ? secureRequest : plainRequest;
      const outgoing = get(url, { headers, agent: false, signal: context.signal, timeout: options.silenceMs });
      outgoing.on('timeout', () => outgoing.destroy(new Error(`No byte for ${options.silenceMs} ms.`)));
      outgoing.on('error', () => undefined);
      try {
        const answered = once(outgoing, 'response');
        outgoing.end();
        const [message] = (await answered) as [IncomingMessage];
        if (message.statusCode === 401) tokens.forget(token);
        if (message.statusCode !== 200) throw failed(message);
        for await (const piece of message) yield piece as Buffer;
      } catch (error) {
        if (error instanceof DeliveryError) throw error;
        throw new DeliveryError(
          'fit-connect-unreachable',
          'unavailable',
          `FIT-Connect could not be reached or broke off: ${new URL(url).host}.`,
        );
      } finally {
        outgoing.destroy();
      }
    },
  };
}

function failed({ statusCode = 0, headers }: IncomingMessage): DeliveryError {
  // The body is left unread: what an attachment is refused with helps nobody.
  return failureOf({ status: statusCode, contentType: '', retryAfter: headers['retry-after'], text: '', complete: true }, false);
}
