import { z } from 'zod';

const loopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Where a counterpart is reached over HTTP. */
export const address = z.string().superRefine((text, context) => {
  const url = parsed(text);
  if (!url || !/^https?:$/.test(url.protocol)) return context.addIssue('must be an address that starts with https:// or http://');
  if (url.username || url.password) context.addIssue('must not contain a user name or password; use tokenEnv');
  if (url.hash) context.addIssue('must not contain a #fragment');
});

/** What is wrong with reaching another machine in the clear; undefined: nothing. */
export function unencrypted({ url: text, insecure }: { readonly url: string; readonly insecure: boolean }): string | undefined {
  const url = parsed(text);
  const exposed = url?.protocol === 'http:' && !loopback.test(url.hostname) && !insecure;
  return exposed ? 'must start with https:// for another machine (or set insecure: true)' : undefined;
}

/** What may stand behind `Bearer` (RFC 6750, section 2.1). */
export const bearerToken = /^[\w.~+/-]+=*$/;

/** How the counterpart signs what it sends by itself. */
const webhook = z.strictObject({
  /** Environment variable that holds the shared secret. */
  secretEnv: z.string().min(1),
  /** Of the HMAC. */
  algorithm: z.enum(['sha256', 'sha512']).default('sha256'),
});

/** How a Fachverfahren is reached that takes cases over HTTP (docs/connectors/http.md). */
export const httpConfiguration = z
  .strictObject({
    connector: z.literal('http'),
    /** Where cases are posted to. */
    url: address,
    /** Bearer token. Configuration files name the variable (`tokenEnv`) instead. */
    token: z.string().regex(bearerToken, 'must be a bearer token').optional(),
    /** Environment variable that holds the bearer token. */
    tokenEnv: z.string().min(1).optional(),
    /** Seconds without a byte in either direction after which an attempt is over. */
    timeoutSeconds: z.number().positive().max(600).default(60),
    /** Largest case the counterpart takes, all files together. */
    maxMegabytes: z.number().positive().optional(),
    /** Does the counterpart make one case of one key, and can it be asked for it? */
    knowsKeys: z.boolean().default(true),
    /** Asks by key after every hand-over: notices a lost case, and waits where the case number comes later than the case. */
    confirm: z.boolean().default(false),
    /** Hours after which a case number that does not come is a matter for a person. */
    numberWithinHours: z.number().positive().max(2160).default(72),
    /** Does the answer by key tell what became of a case? */
    statusBack: z.boolean().default(false),
    /** The counterpart says by itself that a case has changed. */
    webhook: webhook.optional(),
    /** Allows http:// to another machine. Citizens' data then cross the network unencrypted. */
    insecure: z.boolean().default(false),
  })
  .superRefine((configuration, context) => {
    const message = unencrypted(configuration);
    if (message) context.addIssue({ code: 'custom', path: ['url'], message });
    if (configuration.token !== undefined && configuration.tokenEnv !== undefined) {
      context.addIssue({ code: 'custom', path: ['tokenEnv'], message: 'must not stand beside token' });
    }
    for (const name of ['confirm', 'statusBack'] as const) {
      if (configuration[name] && !configuration.knowsKeys) {
        context.addIssue({ code: 'custom', path: [name], message: 'needs a counterpart that can be asked by key (knowsKeys: true)' });
      }
    }
    if (configuration.webhook && !configuration.statusBack) {
      context.addIssue({
        code: 'custom',
        path: ['webhook'],
        message: 'needs statusBack: true, because the counterpart is asked what changed',
      });
    }
  });

export type HttpConfiguration = z.infer<typeof httpConfiguration>;
export type HttpConfigurationInput = z.input<typeof httpConfiguration>;
