import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ReceivedCase } from './received-case.js';

export interface WebhookOptions {
  /** Where it is told; asked for anew every time, as the portal may not run yet. */
  readonly url: string | (() => string);
  readonly secret: string;
  readonly algorithm?: 'sha256' | 'sha512';
  /** Seconds before each attempt after the first; default 1, 5, 30, 120. */
  readonly pauses?: readonly number[];
}

/** Tells the portal that cases have changed, again and again until it hears. */
export interface Webhook {
  tell(changed: ReceivedCase): void;
  end(): void;
}

/** The request that docs/connectors/http.md describes under "Webhooks". */
export function signedCallback(
  { secret, algorithm = 'sha256' }: Pick<WebhookOptions, 'secret' | 'algorithm'>,
  { key, caseNumber }: Pick<ReceivedCase, 'key' | 'caseNumber'>,
  at: Date,
  paddedBy = 0,
): { readonly headers: Record<string, string>; readonly body: string } {
  const body = JSON.stringify({ keys: [key], caseNumbers: [caseNumber] }) + ' '.repeat(paddedBy);
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac(algorithm, secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    body,
    headers: { 'content-type': 'application/json', 'callback-timestamp': timestamp, 'callback-signature': signature },
  };
}

export function createWebhook(options: WebhookOptions, now: () => Date): Webhook {
  const { url, pauses = [1, 5, 30, 120] } = options;
  const ending = new AbortController();

  async function attempt(changed: ReceivedCase): Promise<boolean> {
    const address = typeof url === 'string' ? url : url();
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(10_000)]);
    const answer = await fetch(address, { method: 'POST', ...signedCallback(options, changed, now()), redirect: 'manual', signal });
    await answer.body?.cancel();
    return answer.ok;
  }

  async function tell(changed: ReceivedCase): Promise<void> {
    for (const pause of [0, ...pauses]) {
      await wait(pause * 1000, undefined, { signal: ending.signal, ref: false });
      if (await attempt(changed).catch(() => false)) return;
    }
  }

  return {
    // Who is not heard is asked in the end: the portal asks for open cases by itself.
    tell: (changed) => void tell(changed).catch(() => undefined),
    end: () => ending.abort(),
  };
}
