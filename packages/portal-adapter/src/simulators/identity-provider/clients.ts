import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

/** A portal that may let people sign in here. */
export interface RegisteredClient {
  readonly id: string;
  readonly secret: string;
  /** Is it one of its addresses? Compared as a whole (RFC 9700, section 4.1.3). */
  mayReturnTo(address: string): boolean;
}

/** The client that sent a request to the token endpoint: `client_secret_basic` or `client_secret_post` (RFC 6749, section 2.3.1). */
export function authenticated(request: Request, clients: readonly RegisteredClient[]): RegisteredClient | null {
  const body = request.body as Readonly<Record<string, unknown>>;
  const [id, secret] = basic(request.get('Authorization')) ?? [body['client_id'], body['client_secret']];
  const client = clients.find((one) => one.id === id);
  return client && typeof secret === 'string' && same(secret, client.secret) ? client : null;
}

function basic(header: string | undefined): [string, string] | null {
  const encoded = /^Basic ([\w+/=-]+)$/.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return [formDecoded(id), formDecoded(secret.join(':'))];
}

const formDecoded = (text: string): string => new URLSearchParams(`x=${text}`).get('x') ?? '';

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
