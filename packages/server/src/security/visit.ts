import type { Request, Response } from 'express';
import type { VisitSecret } from '../storage/visit-keys.js';
import type { CookieStyle } from './cookies.js';
import { cookieName, cookieOf, dropCookie, setCookie } from './cookies.js';

const name = 'besuch';

/** The secret of this browser: the only key to its drafts. Null before the first application. */
export function visitOf(request: Request, style: CookieStyle): VisitSecret | null {
  const value = cookieOf(request, cookieName(style, name));
  return value !== null && /^[\w-]{43}$/.test(value) ? Buffer.from(value, 'base64url') : null;
}

/** Gives the browser its secret, or prolongs it. */
export function rememberVisit(response: Response, style: CookieStyle, visit: VisitSecret, days: number): void {
  setCookie(response, style, name, Buffer.from(visit).toString('base64url'), { maxAge: days * 86_400_000 });
}

/** Without its secret the browser opens nothing any more. */
export function forgetVisit(response: Response, style: CookieStyle): void {
  dropCookie(response, style, name);
}
