import { z } from 'zod';
import { DeliveryError } from '../../../contract/delivery.js';
import type { DeliveryErrorOptions } from '../../../contract/delivery.js';
import type { Answer } from '../../http/exchange.js';
import { jsonOf } from './json.js';

const problem = z.object({ title: z.string().optional(), detail: z.string().optional() });

/** What an answer other than 2xx means. `commits`: it was asked to take the case, so a failure of its own leaves that open. */
export function failureOf(answer: Answer, commits: boolean): DeliveryError {
  const { status } = answer;
  const options = said(answer);
  if ([408, 425, 429, 503].includes(status) || (status >= 500 && !commits)) {
    return new DeliveryError('fit-connect-unavailable', 'unavailable', `FIT-Connect answered ${status}: not at the moment.`, options);
  }
  if (status >= 500) {
    return new DeliveryError(
      'fit-connect-answer-unclear',
      'unclear',
      `FIT-Connect answered ${status}. It may have taken the case.`,
      options,
    );
  }
  if (status === 401 || status === 403) {
    return new DeliveryError(
      'fit-connect-not-permitted',
      'refused',
      `FIT-Connect answered ${status}. Check client id, scope, and that the client may send to or read from this destination.`,
      options,
    );
  }
  if (status >= 300 && status < 400) {
    return new DeliveryError(
      'fit-connect-redirected',
      'refused',
      `FIT-Connect answered ${status}: its address has changed. Configure the new one; redirects are not followed.`,
    );
  }
  if (status === 409) {
    return new DeliveryError(
      'fit-connect-conflict',
      'refused',
      'FIT-Connect answered 409: the submission is not in a state for this.',
      options,
    );
  }
  return new DeliveryError('fit-connect-refused', 'refused', `FIT-Connect refused the request (${status}).`, options);
}

/** The counterpart's own words (RFC 9457 problem details) and wishes. */
function said(answer: Answer): DeliveryErrorOptions {
  const { title, detail } = problem.safeParse(jsonOf(answer)).data ?? {};
  const reason = [title, detail].filter((part) => part).join(': ').slice(0, 500); // prettier-ignore
  const seconds = Number(answer.retryAfter);
  return {
    ...(reason && { reason }),
    ...(answer.retryAfter && seconds >= 0 ? { retryAfterSeconds: Math.min(seconds, 86_400) } : {}),
  };
}
