import { FimPortalError } from './portal-error.js';
import { type AnswerKind, accepted, checkContentType, readBounded } from './read-answer.js';
import { type Waiting, realWaiting, waitBefore } from './waiting.js';

export interface GetOptions {
  /** Bytes of a body, after decompression. */
  readonly bytes: number;
  /** Milliseconds of one attempt, to the end of the body. */
  readonly timeout: number;
  readonly waiting: Waiting;
}

export const defaultGetOptions: GetOptions = { bytes: 20_000_000, timeout: 60_000, waiting: realWaiting };

const mostAttempts = 4;
const mostRedirects = 3;
/** Passing troubles of a server; anything else will be the same next time. */
const passing: readonly number[] = [429, 500, 502, 503, 504];

/**
 * Gets one address: bounded in time and size, tried again while the trouble may pass, redirected only within its host.
 * @returns undefined if there is nothing at the address (404)
 * @throws FimPortalError
 */
export async function httpGet(address: URL, kind: AnswerKind, options: GetOptions = defaultGetOptions): Promise<Uint8Array | undefined> {
  for (let attempt = 1; ; attempt++) {
    const trouble = await attemptGet(address, kind, options);
    if (!('again' in trouble)) return trouble.body;
    const wait = waitBefore(attempt, trouble.retryAfter, options.waiting);
    if (attempt === mostAttempts || wait === undefined) throw trouble.again;
    await options.waiting.pause(wait);
  }
}

type Attempt = { readonly body: Uint8Array | undefined } | { readonly again: FimPortalError; readonly retryAfter: string | null };

async function attemptGet(address: URL, kind: AnswerKind, options: GetOptions): Promise<Attempt> {
  const signal = AbortSignal.timeout(options.timeout);
  try {
    const response = await follow(address, kind, signal);
    if (response.status === 404) return { body: undefined };
    if (passing.includes(response.status)) {
      return { again: busy(address, response.status), retryAfter: response.headers.get('retry-after') };
    }
    if (response.status !== 200) throw refused(address, response.status);
    checkContentType(response.headers.get('content-type'), kind, address.href);
    return { body: await readBounded(response.body, options.bytes, address.href) };
  } catch (error) {
    if (error instanceof FimPortalError) throw error;
    const again = unreachable(address, error, options.timeout);
    if (signal.aborted || offline.test(codeOf(error))) throw again;
    return { again, retryAfter: null };
  }
}

/** No way to the counterpart: trying again at once does not help. */
const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|CERT|SELF_SIGNED/;

async function follow(start: URL, kind: AnswerKind, signal: AbortSignal): Promise<Response> {
  let address = start;
  for (let redirects = 0; ; redirects++) {
    const response = await fetch(address.href, {
      redirect: 'manual',
      signal,
      headers: { accept: accepted[kind], 'user-agent': 'serviceportal-fim' },
    });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) return response;
    await response.body?.cancel();
    const target = URL.canParse(location, address.href) ? new URL(location, address) : undefined;
    // The same host, and never from https to http.
    const allowed =
      target !== undefined && target.host === start.host && (target.protocol === start.protocol || target.protocol === 'https:');
    if (!allowed || redirects === mostRedirects) {
      const to = target === undefined ? location.slice(0, 200) : target.origin;
      throw new FimPortalError('fim-portal-redirected', start.href, {
        de: `Das Portal verweist an ${to}. Wenn es umgezogen ist, nennen Sie mit --portal die neue Adresse.`,
        en: `The portal points to ${to}. If it has moved, name the new address with --portal.`,
      });
    }
    address = target;
  }
}

const busy = (address: URL, status: number): FimPortalError =>
  new FimPortalError('fim-portal-busy', address.href, {
    de: `Das Portal ist überlastet oder gestört (HTTP ${status}). Versuchen Sie es später noch einmal.`,
    en: `The portal is overloaded or out of order (HTTP ${status}). Try again later.`,
  });

const refused = (address: URL, status: number): FimPortalError =>
  new FimPortalError('fim-portal-refused', address.href, {
    de: `Das Portal beantwortet die Anfrage nicht (HTTP ${status}). Prüfen Sie die Adresse; vielleicht hat sich seine Schnittstelle geändert.`,
    en: `The portal does not answer the request (HTTP ${status}). Check the address; its interface may have changed.`,
  });

function unreachable(address: URL, error: unknown, timeout: number): FimPortalError {
  const why = textOf(error, 'name') === 'TimeoutError' ? `> ${timeout / 1_000} s` : codeOf(error) || textOf(error, 'message');
  return new FimPortalError('fim-portal-unreachable', address.href, {
    de: `Keine Antwort, oder sie brach ab (${why}). Prüfen Sie die Verbindung und den Proxy, oder nennen Sie mit --portal eine andere Adresse.`,
    en: `No answer, or it broke off (${why}). Check the connection and the proxy, or name another address with --portal.`,
  });
}

/** Node's code for what happened on the network; it stands in the cause. */
const codeOf = (error: unknown): string =>
  (typeof error === 'object' && error !== null && 'cause' in error && textOf(error.cause, 'code')) || textOf(error, 'code');

function textOf(error: unknown, name: 'code' | 'message' | 'name'): string {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
}
