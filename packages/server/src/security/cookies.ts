import type { CookieOptions, Request, Response } from 'express';

/** The value of a cookie; null if the browser sent none. */
export function cookieOf(request: Request, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return null;
}

/** How cookies are named and set: with https they are bound to the host and never sent in the clear (RFC 6265bis, `__Host-`). */
export interface CookieStyle {
  readonly secure: boolean;
}

export function cookieName(style: CookieStyle, name: string): string {
  return style.secure ? `__Host-${name}` : name;
}

/** Names of the cookies that the browser sent, as `setCookie` was given them. */
export function cookieNames(request: Request, style: CookieStyle): string[] {
  const prefix = cookieName(style, '');
  const names = (request.headers.cookie ?? '').split(';').map((part) => part.split('=')[0]?.trim() ?? '');
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

export function dropCookie(response: Response, style: CookieStyle, name: string): void {
  response.clearCookie(cookieName(style, name), { httpOnly: true, sameSite: 'lax', path: '/', secure: style.secure });
}

export function setCookie(response: Response, style: CookieStyle, name: string, value: string, options: CookieOptions): void {
  response.cookie(cookieName(style, name), value, { httpOnly: true, sameSite: 'lax', path: '/', secure: style.secure, ...options });
}
