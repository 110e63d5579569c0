import { z } from 'zod';
import { DeliveryError } from '../../contract/delivery.js';
import type { DeliveryErrorKind, DeliveryErrorOptions } from '../../contract/delivery.js';
import type { Answer } from '../../delivery/http/exchange.js';

/** The repository answered with an exception of CMIS (1.1, section 5.2.10), or with a status that stands for one. */
export class CmisError extends DeliveryError {
  /** Its name, such as `nameConstraintViolation`; empty when the answer has none. */
  readonly exception: string;
  constructor(code: string, kind: DeliveryErrorKind, message: string, exception: string, options: DeliveryErrorOptions = {}) {
    super(code, kind, message, options);
    this.exception = exception;
  }
}

const fault = z.object({ exception: z.string(), message: z.string().optional() });

// Nothing was changed: the exceptions that say what is wrong with the request.
const refusals = [
  'invalidArgument',
  'filterNotValid',
  'notSupported',
  'constraint',
  'contentAlreadyExists',
  'nameConstraintViolation',
  'streamNotSupported',
  'objectNotFound',
  'versioning',
];

/**
 * The JSON of an answer.
 *
 * @param writes did the request change something? Then what cannot be read leaves open whether it did
 * @throws DeliveryError
 */
export function readAnswer(answer: Answer, writes: boolean): unknown {
  const { status } = answer;
  const content = isJson(answer) ? json(answer.text) : undefined;
  if (status === 200 || status === 201) {
    if (answer.complete && content !== undefined) return content;
    throw unreadable(answer, writes);
  }
  const said = fault.safeParse(content).data;
  const exception = said?.exception ?? '';
  const reason = said?.message?.slice(0, 500);
  const fail = (code: string, kind: DeliveryErrorKind, message: string) =>
    new CmisError(code, kind, message, exception, { ...(reason ? { reason } : {}), ...waiting(answer) });
  if ([401, 403].includes(status) && exception !== 'streamNotSupported')
    throw fail('cmis-not-permitted', 'refused', `The repository answered ${status}. Check user and rights of this target.`);
  if ([301, 302, 303, 307, 308].includes(status))
    throw fail('cmis-redirected', 'refused', `The repository answered ${status}. Configure its new address; redirects are not followed.`);
  if ([408, 425, 429, 503].includes(status) || exception === 'updateConflict')
    throw fail('cmis-unavailable', 'unavailable', `The repository answered ${status} ${exception}: it takes nothing at the moment.`);
  if (refusals.includes(exception) || status === 413)
    throw fail('cmis-refused', 'refused', `The repository refused the request (${status} ${exception}).`);
  throw unreadable(answer, writes, exception);
}

function unreadable({ status }: Answer, writes: boolean, exception = ''): DeliveryError {
  if (writes) {
    const message = `The repository answered ${status} ${exception}. It may have done what was asked.`;
    return new CmisError('cmis-answer-unclear', 'unclear', message, exception);
  }
  const message = `The repository answered ${status} ${exception} to a question, not with JSON as CMIS 1.1 has it. Check url, and proxies in between.`;
  return new CmisError('cmis-answer-unreadable', 'unavailable', message, exception);
}

function waiting({ retryAfter }: Answer): DeliveryErrorOptions {
  const seconds = Number(retryAfter);
  return retryAfter && seconds >= 0 ? { retryAfterSeconds: Math.min(seconds, 86_400) } : {};
}

function isJson(answer: Answer): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(answer.contentType);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isException(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof CmisError && names.includes(error.exception);
}
