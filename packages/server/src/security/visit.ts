import type { Request, Response } from 'express';
import type { VisitSecret } from '../storage/visit-keys.js';
import type { CookieStyle } from './cookies.js';
import { cookieName, cookieOf, dropCookie, setCookie } from './cookies.js';

const name = 'besuch';
export const visitCookie = { name };

/** Read once a request. */
const visits = new WeakMap<Request, VisitSecret | null>();

/** The secret of this browser: the only key to its drafts. Null before the first application. */
export function visitOf(request: Request, style: CookieStyle): VisitSecret | null {
  const known = visits.get(request);
  if (known !== undefined) return known;
  const value = cookieOf(request, cookieName(style, name));
  const visit = value !== null && /^[\w-]{43}$/.test(value) ? Buffer.from(value, 'base64url') : null;
  visits.set(request, visit);
  return visit;
}

/** Gives the browser its secret, or prolongs it. */
export function rememberVisit(response: Response, style: CookieStyle, visit: VisitSecret, days: number): void {
  setCookie(response, style, name, Buffer.from(visit).toString('base64url'), { maxAge: days * 86_400_000 });
}

/** Without its secret the browser opens nothing any more. */
export function forgetVisit(response: Response, style: CookieStyle): void {
  dropCookie(response, style, name);
}
