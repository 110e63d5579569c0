import { DeliveryError } from '../../contract/delivery.js';
import type { CapabilitySheet, DeliveryConnector, DeliveryContext } from '../../contract/delivery.js';
import type { HttpConfiguration } from './configuration.js';
import { exchange, ExchangeBroken } from './exchange.js';
import type { Answer, Question } from './exchange.js';
import { multipartBody } from './multipart.js';
import { deliveryOutcome, lookupOutcome } from './outcome.js';

/** Why the http connector leaves out parts of the contract suite. */
export const httpLimits = {
  keyIsTheirs:
    'One case for one key is as good as the counterpart: it must recognise the Idempotency-Key header and answer the question by key.',
  lossUnnoticed: 'A counterpart that confirms a case and loses it afterwards is not noticed.',
} as const;

/** One POST that carries the whole case, and a question by key. Wire format: docs/connectors/http.md. */
export function createHttpConnector(configuration: HttpConfiguration): DeliveryConnector {
  const maxBytes = configuration.maxMegabytes === undefined ? undefined : configuration.maxMegabytes * 1_000_000;
  const sheet: CapabilitySheet = {
    kind: 'delivery',
    name: 'http',
    lookupByKey: true,
    idempotentCreate: true,
    attachments: true,
    statusBack: false,
    ...(maxBytes === undefined ? {} : { maxBytes }),
    limits: [httpLimits.keyIsTheirs, httpLimits.lossUnnoticed],
  };
  const ask = asking(configuration);
  return {
    sheet,
    steps: [
      {
        name: 'create',
        whenUnclear: 'ask',
        async run(delivery, context) {
          const body = multipartBody(delivery);
          if (maxBytes !== undefined && body.length > maxBytes) throw tooLarge(body.length, maxBytes);
          const headers = { 'Idempotency-Key': structuredString(delivery.key) };
          return { receipt: deliveryOutcome(await ask({ method: 'POST', url: new URL(configuration.url), headers, body }, context)) };
        },
        async find({ key }, context) {
          const url = new URL(configuration.url);
          url.pathname = `${url.pathname.replace(/\/$/, '')}/by-key/${encodeURIComponent(key)}`;
          const receipt = lookupOutcome(await ask({ method: 'GET', url, headers: {} }, context));
          return receipt && { receipt };
        },
      },
    ],
  };
}

type Ask = (question: Pick<Question, 'method' | 'url' | 'headers' | 'body'>, context: DeliveryContext) => Promise<Answer>;

function asking({ token, timeoutSeconds }: HttpConfiguration): Ask {
  const common = { Accept: 'application/json', ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) };
  return async (question, { signal }) => {
    const headers = { ...common, ...question.headers };
    try {
      return await exchange({ ...question, headers, silenceMs: timeoutSeconds * 1000, signal });
    } catch (cause) {
      if (!(cause instanceof ExchangeBroken)) throw cause;
      if (question.method === 'POST' && cause.requestComplete) {
        throw new DeliveryError('http-no-answer', 'unclear', 'The case was sent, but no answer came. The counterpart may have taken it.', {
          cause,
        });
      }
      throw new DeliveryError(
        'http-unreachable',
        'unavailable',
        `The counterpart could not be reached or broke off: ${question.url.host}.`,
        { cause },
      );
    }
  };
}

function tooLarge(size: number, maxBytes: number): DeliveryError {
  return new DeliveryError(
    'http-too-large',
    'refused',
    `The case has ${size} bytes, this target takes ${maxBytes} (maxMegabytes). Hand over the attachments in another way.`,
  );
}

/** An RFC 9651 string, as draft-ietf-httpapi-idempotency-key-header-07 wants it. Keys are ASCII; anything else would end the header. */
function structuredString(key: string): string {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new DeliveryError('http-key-invalid', 'refused', 'The delivery key must be 1 to 255 visible ASCII characters.');
  }
  return `"${key.replace(/["\\]/g, '\\$&')}"`;
}
