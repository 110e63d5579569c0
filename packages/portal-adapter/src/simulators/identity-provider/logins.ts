import { createHash, randomBytes } from 'node:crypto';
import type { DemonstrationPerson } from './persons.js';

/** What a portal asked for when it sent somebody here. */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: readonly string[];
  readonly state: string | null;
  readonly nonce: string | null;
  readonly challenge: string;
  readonly acrValues: string | null;
}

interface Grant {
  readonly request: AuthorizationRequest;
  readonly person: DemonstrationPerson;
  readonly until: number;
}

interface Issued extends Grant {
  token: string | null;
}

const codeSeconds = 60;
const tokenSeconds = 300;

/** Logins that are under way. Codes are good once; a second use takes back what the first one gave (RFC 6749, section 4.1.2). */
export function openLogins(now: () => Date) {
  const requests = new Map<string, AuthorizationRequest>();
  const codes = new Map<string, Issued>();
  const tokens = new Map<string, Grant>();
  const seconds = (): number => now().getTime() / 1000;
  const secret = (): string => randomBytes(32).toString('base64url');
  return {
    ask(request: AuthorizationRequest): string {
      const key = secret();
      requests.set(key, request);
      return key;
    },
    /** The request that a page was shown for; answered once. */
    asked(key: string): AuthorizationRequest | null {
      const request = requests.get(key) ?? null;
      requests.delete(key);
      return request;
    },
    code(request: AuthorizationRequest, person: DemonstrationPerson): string {
      const code = secret();
      codes.set(code, { request, person, until: seconds() + codeSeconds, token: null });
      return code;
    },
    /** Null: unknown, used before, too late, of another client or address, or without the verifier (RFC 7636, section 4.6). */
    redeem(code: string, clientId: string, redirectUri: string, verifier: string): { grant: Grant; token: string } | null {
      const issued = codes.get(code);
      if (!issued) return null;
      if (issued.token !== null) {
        tokens.delete(issued.token);
        return null;
      }
      const { request, until } = issued;
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      if (request.clientId !== clientId || request.redirectUri !== redirectUri || request.challenge !== challenge) return null;
      if (until < seconds()) return null;
      const token = secret();
      issued.token = token;
      const grant = { ...issued, until: seconds() + tokenSeconds };
      tokens.set(token, grant);
      return { grant, token };
    },
    /** Whose access token it is. */
    bearer(token: string): Grant | null {
      const grant = tokens.get(token);
      return grant && grant.until >= seconds() ? grant : null;
    },
    tokenSeconds,
  };
}

export type Logins = ReturnType<typeof openLogins>;
