import { z } from 'zod';
import { DeliveryError } from '../../../contract/delivery.js';
import type { DeliveryContext } from '../../../contract/delivery.js';
import { exchange, ExchangeBroken } from '../../http/exchange.js';
import { jsonOf } from './json.js';

/** Who we are to FIT-Connect. */
export interface Client {
  readonly tokenAddress: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string | undefined;
  readonly userAgent: string;
  readonly silenceMs: number;
}

export interface AccessTokens {
  /** A token that is valid for another minute. @throws DeliveryError */
  get(context: DeliveryContext): Promise<string>;
  /** After the interface did not want it any more. */
  forget(token: string): void;
}

/** Seconds before its end at which a token is not used any more: one attempt lasts no longer. */
const margin = 60;

const granted = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,8192}$/),
  expires_in: z.number().positive().max(86_400).default(300),
});

/** OAuth 2.0 client credentials (RFC 6749, section 4.4), the secret in the body: FIT-Connect takes no HTTP Basic. */
export function accessTokens(client: Client, now: () => Date): AccessTokens {
  let held: { readonly token: string; readonly until: number } | null = null;
  return {
    async get(context) {
      if (held && now().getTime() < held.until) return held.token;
      const { access_token: token, expires_in: seconds } = await fetchToken(client, context);
      held = { token, until: now().getTime() + Math.max(seconds - margin, seconds / 2) * 1000 };
      return token;
    },
    forget(token) {
      if (held?.token === token) held = null;
    },
  };
}

async function fetchToken(client: Client, { signal }: DeliveryContext): Promise<z.infer<typeof granted>> {
  const { tokenAddress, clientId, clientSecret, scope, userAgent, silenceMs } = client;
  const parameters = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, ...(scope && { scope }) };
  const bytes = Buffer.from(new URLSearchParams(parameters).toString());
  const answer = await exchange({
    method: 'POST',
    url: new URL(tokenAddress),
    headers: { Accept: 'application/json', 'User-Agent': userAgent },
    body: { contentType: 'application/x-www-form-urlencoded', length: bytes.length, bytes: () => piece(bytes) },
    silenceMs,
    signal,
  }).catch((error: unknown) => {
    if (!(error instanceof ExchangeBroken)) throw error;
    throw new DeliveryError('fit-connect-token-unavailable', 'unavailable', 'The server that issues access tokens did not answer.');
  });
  // A wrong secret is 400 or 401 (RFC 6749, section 5.2); 408 and 429 pass.
  if (answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status)) {
    throw new DeliveryError(
      'fit-connect-not-permitted',
      'refused',
      `No access token was issued (${answer.status}${oauthError(answer.text)}). Check client id, secret and scope, and that the client is active.`,
    );
  }
  const parsed = answer.status === 200 && answer.complete ? granted.safeParse(jsonOf(answer)) : undefined;
  if (parsed?.success) return parsed.data;
  throw new DeliveryError(
    'fit-connect-token-unavailable',
    'unavailable',
    `The server that issues access tokens answered ${answer.status}, but with no token.`,
  );
}

/** The code alone: the description may repeat what was sent. */
function oauthError(text: string): string {
  const code = /"error"\s*:\s*"([a-z_]{1,40})"/.exec(text)?.[1];
  return code === undefined ? '' : `, ${code}`;
}

export async function* piece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}
