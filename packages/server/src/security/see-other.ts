import type { Response } from 'express';

/**
 * Leads on after a post (303 See Other, RFC 9110 section 15.4.4). Browsers follow without showing anything, so nothing is written for
 * people; Express would work out in which type.
 */
export function seeOther(response: Response, address: string): void {
  response.status(303).location(address).setHeader('Content-Length', 0);
  response.end();
}
