import { z } from 'zod';
import { DeliveryError } from '../../contract/delivery.js';
import type { CaseStatus, DeliveryErrorOptions, Receipt } from '../../contract/delivery.js';
import type { Answer } from './exchange.js';

const instant = z.iso.datetime({ offset: true });
const receipt = z.object({ caseNumber: z.string().min(1).max(200), receivedAt: instant });
/** A case whose number the counterpart has not given yet. */
const unnumbered = z.object({ caseNumber: z.null().optional(), receivedAt: instant });
const told = z.object({
  caseNumber: z.string().min(1).max(200).nullish(),
  status: z.object({ state: z.enum(['received', 'accepted', 'rejected', 'closed']), at: instant, reason: z.string().nullish() }).nullish(),
});
const problem = z.object({ title: z.string().optional(), detail: z.string().optional() });

/** Characters of the counterpart's own words that are kept. */
const longestReason = 500;

/**
 * What an answer to the POST means.
 *
 * @param knowsKeys false: a second POST would be a second case, so that "nothing was taken" is believed only in the counterpart's own words. A
 *   proxy says 503 also when it has passed the request on and got no answer.
 * @throws DeliveryError for everything but a readable receipt
 */
export function deliveryOutcome(answer: Answer, knowsKeys = true): Receipt {
  const { status } = answer;
  const options = said(answer);
  if (status === 200 || status === 201) return readReceipt(answer);
  if ([408, 425, 429, 503].includes(status)) {
    if (!knowsKeys && !isJson(answer) && [408, 503].includes(status)) throw unclearAnswer(status, options);
    throw new DeliveryError(
      'http-unavailable',
      'unavailable',
      `The counterpart answered ${status}: it takes nothing at the moment.`,
      options,
    );
  }
  if (status === 401 || status === 403) {
    throw new DeliveryError(
      'http-not-permitted',
      'refused',
      `The counterpart answered ${status}. Check the token of this target.`,
      options,
    );
  }
  if ([301, 307, 308].includes(status)) {
    throw new DeliveryError(
      'http-redirected',
      'refused',
      `The counterpart answered ${status}: its address has changed. Configure the new one; redirects are not followed.`,
    );
  }
  // 409: the counterpart is still at work on the same key (draft-ietf-httpapi-idempotency-key-header-07, section 2.6).
  if (status === 409) {
    throw new DeliveryError('http-conflict', 'unclear', 'The counterpart answered 409: it may still be taking this case.', options);
  }
  if ((status >= 400 && status < 500) || status === 501) {
    throw new DeliveryError('http-refused', 'refused', `The counterpart refused the case (${status}).`, options);
  }
  throw unclearAnswer(status, options);
}

const unclearAnswer = (status: number, options: DeliveryErrorOptions): DeliveryError =>
  new DeliveryError('http-answer-unclear', 'unclear', `The counterpart answered ${status}. It may have taken the case.`, options);

/** A case that is at the counterpart. */
export interface Found {
  /** Null: it has no number yet. */
  readonly receipt: Receipt | null;
}

/** What an answer to the question for a key means; null: the counterpart does not have it. @throws DeliveryError */
export function lookupOutcome(answer: Answer): Found | null {
  if (answer.status === 200) return unnumbered.safeParse(content(answer)).success ? { receipt: null } : { receipt: readReceipt(answer) };
  return notThere(answer);
}

/** What an answer to the question for a key tells of the case; null: nothing. @throws DeliveryError */
export function statusOutcome(answer: Answer): CaseStatus | null {
  if (answer.status !== 200) return notThere(answer);
  const parsed = told.safeParse(content(answer));
  if (!parsed.success) {
    throw new DeliveryError(
      'http-status-unreadable',
      'unavailable',
      'The counterpart was asked what became of a case and answered something else: expected complete JSON with status.state and status.at.',
    );
  }
  const { status, caseNumber } = parsed.data;
  if (!status) return null;
  const reason = status.reason?.slice(0, longestReason);
  return {
    state: status.state,
    at: new Date(status.at).toISOString(),
    ...(caseNumber ? { counterpartReference: caseNumber } : {}),
    ...(reason ? { reason } : {}),
  };
}

function notThere(answer: Answer): null {
  // A 404 that is not JSON comes from something in between, such as a proxy, and proves nothing.
  if (answer.status === 404 && isJson(answer)) return null;
  throw new DeliveryError(
    'http-lookup-failed',
    'unavailable',
    `The counterpart answered ${answer.status} when asked for a case by its key.`,
    said(answer),
  );
}

function readReceipt(answer: Answer): Receipt {
  const parsed = receipt.safeParse(content(answer));
  if (!parsed.success) {
    throw new DeliveryError(
      'http-receipt-unreadable',
      'unclear',
      `The counterpart answered ${answer.status}, but not with a receipt: expected complete JSON with caseNumber and receivedAt.`,
    );
  }
  return { counterpartReference: parsed.data.caseNumber, acceptedAt: new Date(parsed.data.receivedAt).toISOString() };
}

/** The JSON of an answer that arrived completely; otherwise undefined. */
function content(answer: Answer): unknown {
  return answer.complete && isJson(answer) ? json(answer.text) : undefined;
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

/** The counterpart's own words (RFC 9457 problem details) and wishes. */
function said(answer: Answer): DeliveryErrorOptions {
  const parsed = isJson(answer) ? problem.safeParse(json(answer.text)) : undefined;
  const reason = (parsed?.data?.detail ?? parsed?.data?.title)?.slice(0, longestReason);
  const seconds = Number(answer.retryAfter);
  return {
    ...(reason ? { reason } : {}),
    ...(answer.retryAfter && seconds >= 0 ? { retryAfterSeconds: Math.min(seconds, 86_400) } : {}),
  };
}
