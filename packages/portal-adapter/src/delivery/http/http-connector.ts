import { z } from 'zod';
import { DeliveryError } from '../../contract/delivery.js';
import type {
  CapabilitySheet,
  DeliveryConnector,
  DeliveryContext,
  DeliveryIdentity,
  DeliveryStep,
  StepResult,
} from '../../contract/delivery.js';
import { readCallback } from './callback.js';
import type { HttpConfiguration } from './configuration.js';
import { exchange, ExchangeBroken } from './exchange.js';
import type { Answer, Question } from './exchange.js';
import { multipartBody } from './multipart.js';
import { deliveryOutcome, lookupOutcome, statusOutcome } from './outcome.js';

/** Why the http connector leaves out parts of the contract suite. */
export const httpLimits = {
  keyIsTheirs:
    'One case for one key is as good as the counterpart: it must recognise the Idempotency-Key header and answer the question by key.',
  neverAsked:
    'The counterpart makes a case of every request and cannot be asked for one (knowsKeys: false). Where it is unclear whether it has a case, a person decides.',
  lossUnnoticed: 'A counterpart that confirms a case and loses it afterwards is not noticed (confirm: false).',
  laterLossUnnoticed: 'A counterpart that loses a case after it was asked for it once is not noticed.',
} as const;

/** Seconds until a counterpart is asked again for a case number. */
const numberPauseSeconds = 60;

/** What `create` leaves when the case was taken and its number follows. */
const numberFollows = z.object({ takenAt: z.iso.datetime() });

export interface HttpSecrets {
  /** With which the counterpart signs what it sends by itself. */
  readonly webhookSecret?: string | undefined;
}

/** One POST that carries the whole case, and a question by key. Wire format: docs/connectors/http.md. */
export function createHttpConnector(configuration: HttpConfiguration & HttpSecrets, now: () => Date = () => new Date()): DeliveryConnector {
  const { knowsKeys, confirm, statusBack, webhook, webhookSecret } = configuration;
  const maxBytes = configuration.maxMegabytes === undefined ? undefined : configuration.maxMegabytes * 1_000_000;
  const sheet: CapabilitySheet = {
    kind: 'delivery',
    name: 'http',
    lookupByKey: knowsKeys,
    idempotentCreate: knowsKeys,
    attachments: true,
    statusBack,
    ...(maxBytes === undefined ? {} : { maxBytes }),
    limits: [
      knowsKeys ? httpLimits.keyIsTheirs : httpLimits.neverAsked,
      confirm ? httpLimits.laterLossUnnoticed : httpLimits.lossUnnoticed,
    ],
  };
  const ask = asking(configuration);
  const askByKey = ({ key }: DeliveryIdentity, context: DeliveryContext): Promise<Answer> => {
    const url = new URL(configuration.url);
    url.pathname = `${url.pathname.replace(/\/$/, '')}/by-key/${encodeURIComponent(key)}`;
    return ask({ method: 'GET', url, headers: {} }, context);
  };
  const waiting = (): StepResult => ({ progress: { takenAt: now().toISOString() } });

  async function find(delivery: DeliveryIdentity, context: DeliveryContext): Promise<StepResult | null> {
    const found = lookupOutcome(await askByKey(delivery, context));
    if (!found) return null;
    if (found.receipt) return { receipt: found.receipt };
    if (confirm) return waiting();
    throw numberPending('Set confirm: true for this target.');
  }

  const create: DeliveryStep = {
    name: 'create',
    whenUnclear: knowsKeys ? 'ask' : 'person',
    async run(delivery, context) {
      const body = multipartBody(delivery);
      if (maxBytes !== undefined && body.length > maxBytes) throw tooLarge(body.length, maxBytes);
      const headers = { 'Idempotency-Key': structuredString(delivery.key) };
      const answer = await ask({ method: 'POST', url: new URL(configuration.url), headers, body }, context);
      return confirm && answer.status === 202 ? waiting() : { receipt: deliveryOutcome(answer, knowsKeys) };
    },
    ...(knowsKeys && { find }),
  };

  const confirmed: DeliveryStep = {
    name: 'confirm',
    whenUnclear: 'repeat',
    async run(delivery, context) {
      const found = lookupOutcome(await askByKey(delivery, context));
      if (found?.receipt) return { receipt: found.receipt };
      const following = numberFollows.safeParse(context.progress);
      if (!following.success) return found ? {} : lost();
      const hours = (now().getTime() - Date.parse(following.data.takenAt)) / 3_600_000;
      if (hours < configuration.numberWithinHours) throw numberPending('It is asked again.');
      return found ? numberMissing(configuration.numberWithinHours) : lost();
    },
  };

  return {
    sheet,
    steps: confirm ? [create, confirmed] : [create],
    ...(statusBack && { status: async (delivery, _receipt, context) => statusOutcome(await askByKey(delivery, context)) }),
    ...(webhook &&
      webhookSecret !== undefined && {
        callback: (request) => Promise.resolve(request).then((sent) => readCallback(sent, webhook.algorithm, webhookSecret)),
      }),
  };
}

function numberPending(next: string): DeliveryError {
  return new DeliveryError('http-number-pending', 'unavailable', `The counterpart has the case, and no number for it yet. ${next}`, {
    retryAfterSeconds: numberPauseSeconds,
  });
}

function numberMissing(hours: number): never {
  throw new DeliveryError(
    'http-number-missing',
    'refused',
    `The counterpart took the case and has given it no number within ${hours} hours (numberWithinHours). Ask its operator.`,
  );
}

function lost(): never {
  throw new DeliveryError(
    'http-case-lost',
    'refused',
    'The counterpart confirmed the case and does not have it. Tell its operator, then hand over again.',
  );
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
