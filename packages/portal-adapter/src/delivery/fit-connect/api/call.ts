import type { z } from 'zod';
import { DeliveryError } from '../../../contract/delivery.js';
import type { DeliveryContext } from '../../../contract/delivery.js';
import { exchange, ExchangeBroken } from '../../http/exchange.js';
import type { Answer, RequestBody } from '../../http/exchange.js';
import { piece } from './access-token.js';
import type { AccessTokens } from './access-token.js';
import { failureOf } from './failures.js';
import { jsonOf } from './json.js';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  /** Sent once; whoever needs it again makes it again. */
  readonly body?: RequestBody;
  /** Instead of a body. */
  readonly json?: unknown;
  /** False: anyone may ask, so nothing secret goes along. */
  readonly authorised?: boolean;
  /** Asks the counterpart to take the case: without an answer nobody knows whether it did. */
  readonly commits?: boolean;
  /** Bytes. */
  readonly maxAnswer?: number;
}

/** Talks to FIT-Connect. Every answer that comes back is 2xx. */
export interface Caller {
  /** @throws DeliveryError */
  call(call: Call, context: DeliveryContext): Promise<Answer>;
  /** @throws DeliveryError also when the answer is not what `schema` says */
  ask<T>(call: Call, schema: z.ZodType<T>, context: DeliveryContext): Promise<T>;
}

export function caller(tokens: AccessTokens, options: { readonly userAgent: string; readonly silenceMs: number }): Caller {
  async function once(call: Call, token: string | undefined, { signal }: DeliveryContext): Promise<Answer> {
    const bytes = call.json === undefined ? undefined : Buffer.from(JSON.stringify(call.json));
    const body = bytes ? { contentType: 'application/json', length: bytes.length, bytes: () => piece(bytes) } : call.body;
    const headers = {
      Accept: 'application/json, application/problem+json, application/jose',
      'User-Agent': options.userAgent,
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    };
    const { method, maxAnswer } = call;
    const question = { method, url: new URL(call.url), headers, silenceMs: options.silenceMs, signal };
    try {
      return await exchange({ ...question, ...(body && { body }), ...(maxAnswer !== undefined && { maxAnswer }) });
    } catch (error) {
      if (!(error instanceof ExchangeBroken)) throw error;
      throw broken(question.url.host, call.commits === true && error.requestComplete);
    }
  }

  async function call(call: Call, context: DeliveryContext): Promise<Answer> {
    const authorised = call.authorised !== false;
    const token = authorised ? await tokens.get(context) : undefined;
    let answer = await once(call, token, context);
    if (answer.status === 401 && token !== undefined) {
      tokens.forget(token);
      // Nothing was taken. What was streamed cannot be sent again here; the next attempt has a new token.
      if (call.body) throw new DeliveryError('fit-connect-token-refused', 'unavailable', 'The access token was not valid any more.');
      answer = await once(call, await tokens.get(context), context);
    }
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw failureOf(answer, call.commits === true);
  }

  return {
    call,
    async ask(question, schema, context) {
      const answer = await call(question, context);
      const parsed = answer.complete ? schema.safeParse(jsonOf(answer)) : undefined;
      if (parsed?.success) return parsed.data;
      throw new DeliveryError(
        'fit-connect-answer-unreadable',
        'unavailable',
        `FIT-Connect answered ${answer.status} at ${new URL(question.url).host}, but not with what its interface promises.`,
      );
    },
  };
}

function broken(host: string, mayHaveTaken: boolean): DeliveryError {
  return mayHaveTaken
    ? new DeliveryError('fit-connect-no-answer', 'unclear', 'The case was sent, but no answer came. FIT-Connect may have taken it.')
    : new DeliveryError('fit-connect-unreachable', 'unavailable', `FIT-Connect could not be reached or broke off: ${host}.`);
}
