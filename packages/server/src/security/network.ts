import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';

/** The network of who asks: the address, with IPv6 the /56 that one household or office has. */
export function networkOf({ ip }: Pick<Request, 'ip'>): string {
  // A connection that is gone already has no address.
  return ip === undefined ? 'unknown' : ipKeyGenerator(ip, 56);
}
