import type { PendingSignIn } from '@serviceportal/portal-adapter';
import type { Office } from '../office.js';

/** What the browser carries, sealed, while its person is at the identity service. */
export interface SignInUnderWay {
  readonly pending: PendingSignIn;
  readonly serviceKey: string;
  /** The draft that the person had begun; null: a new one. */
  readonly draftId: string | null;
  /** Somebody who is asked to sign the draft, not who applies. */
  readonly coSigning: boolean;
}

/** Somebody who looks for their identity card needs some minutes. */
export const signInSeconds = 20 * 60;

const purpose = 'sign-in';

/** For a cookie: nobody but this portal reads or changes it. */
export function sealSignIn(office: Office, underWay: SignInUnderWay): string {
  const until = office.clock.now().getTime() + signInSeconds * 1000;
  return office.key.seal(Buffer.from(JSON.stringify({ ...underWay, until })), purpose).toString('base64url');
}

/** Null: not ours, changed, or too old. */
export function openSignIn(office: Office, value: string): SignInUnderWay | null {
  const plain = office.key.open(Buffer.from(value, 'base64url'), purpose);
  if (!plain) return null;
  const { until, ...underWay } = JSON.parse(plain.toString('utf8')) as SignInUnderWay & { readonly until: number };
  return until > office.clock.now().getTime() ? underWay : null;
}
