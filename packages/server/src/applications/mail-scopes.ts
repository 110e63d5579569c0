import { createHmac } from 'node:crypto';
import { domainToASCII } from 'node:url';
import type { Office } from './office.js';

/** Who asks for a message: the browser that holds the application, by its secret, or whoever looked the case up. */
export interface Asking {
  /** Secret of that browser; null: it was looked up. A secret that proves nothing can be invented anew for each message. */
  readonly visit: Uint8Array | null;
  readonly applicationId: string;
}

/** What is counted so that nobody floods a mailbox: keyed digests of the address and of who asks. Neither can be read from them. */
export function mailScopes(
  { key }: Pick<Office, 'key'>,
  address: string,
  { visit, applicationId }: Asking,
): { address: string; asking: string } {
  const digest = (text: string): string => createHmac('sha256', key.derived('mail-counts')).update(text).digest('hex').slice(0, 32);
  const asking = visit ? `visit:${Buffer.from(visit).toString('hex')}` : `application:${applicationId}`;
  return { address: digest(`address:${mailbox(address)}`), asking: digest(asking) };
}

/** The mailbox behind an address: `Zoe+antrag@Beispiel.de` is `zoe@beispiel.de`. */
function mailbox(address: string): string {
  const at = address.lastIndexOf('@');
  const [local = ''] = address.slice(0, at).toLowerCase().split('+');
  const domain = address.slice(at + 1).toLowerCase();
  return `${local}@${domainToASCII(domain) || domain}`;
}
