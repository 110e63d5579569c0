import { z } from 'zod';

const loopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Where a party of FIT-Connect is reached: https, or this machine. */
export const address = z.string().superRefine((text, context) => {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return context.addIssue('must be an address that starts with https://');
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) context.addIssue('must start with https:// for another machine');
  if (url.username || url.password) context.addIssue('must not contain a user name or password');
  if (url.search || url.hash) context.addIssue('must not contain a query or a #fragment');
});

/** Which parties there are. None ends with a slash; the version of the interface is appended. */
export interface Addresses {
  readonly token: string;
  readonly submission: string;
  readonly routing: string;
}

/** As clients of the environments use them (docs/connectors/fit-connect.md). All can be replaced by configuration. */
export const environments = {
  test: {
    token: 'https://auth-testing.fit-connect.fitko.dev/token',
    submission: 'https://test.fit-connect.fitko.dev/submission-api',
    routing: 'https://routing-api-testing.fit-connect.fitko.dev',
  },
  stage: {
    token: 'https://auth-refz.fit-connect.fitko.net/token',
    submission: 'https://stage.fit-connect.fitko.net/submission-api',
    routing: 'https://routing-api-prod.fit-connect.fitko.net',
  },
  production: {
    token: 'https://auth-prod.fit-connect.fitko.net/token',
    submission: 'https://prod.fit-connect.fitko.net/submission-api',
    routing: 'https://routing-api-prod.fit-connect.fitko.net',
  },
} as const satisfies Record<string, Addresses>;

export const replacedAddresses = z.strictObject({
  token: address.optional(),
  submission: address.optional(),
  routing: address.optional(),
});

/** Environment with replacements; what is replaced wins. */
export function addressesOf(environment: keyof typeof environments, replaced: z.infer<typeof replacedAddresses> = {}): Addresses {
  const bare = (text: string): string => text.replace(/\/+$/, '');
  const known = environments[environment];
  return {
    token: replaced.token ?? known.token,
    submission: bare(replaced.submission ?? known.submission),
    routing: bare(replaced.routing ?? known.routing),
  };
}
