import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { applicationByCode } from '../applications/look-up.js';
import type { Portal } from '../portal.js';
import { cookieName, cookieOf, dropCookie, setCookie } from '../security/cookies.js';
import type { CookieStyle } from '../security/cookies.js';
import type { ApplicationRow } from '../storage/applications.js';

const name = 'abruf';
export const lookUpCookie = { name };

/** Remembers, until the browser is closed, that a person gave the right reference number and Abrufcode. */
export function rememberLookUp(response: Response, style: CookieStyle, reference: string, code: string): void {
  setCookie(response, style, name, Buffer.from(JSON.stringify([reference, code])).toString('base64url'), {});
}

export function forgetLookUp(response: Response, style: CookieStyle): void {
  dropCookie(response, style, name);
}

/** The case that was looked up in this browser; null: none, or number and code are wrong. */
export async function lookedUpCase({ office, cookies }: Portal, request: Request): Promise<ApplicationRow | null> {
  const [reference, code] = remembered(request, cookies) ?? [];
  return reference === undefined || code === undefined ? null : applicationByCode(office, reference, code);
}

/** What the tokens of forms are derived from where the browser holds no visit. */
export function lookUpSecret(request: Request, style: CookieStyle): Uint8Array | null {
  const found = remembered(request, style);
  return found && createHash('sha256').update(found.join(':')).digest();
}

function remembered(request: Request, style: CookieStyle): readonly string[] | null {
  const value = cookieOf(request, cookieName(style, name));
  if (value === null || !/^[\w-]{1,300}$/.test(value)) return null;
  try {
    const found: unknown = JSON.parse(Buffer.from(value, 'base64url').toString());
    return Array.isArray(found) && found.length === 2 && found.every((part) => typeof part === 'string') ? found : null;
  } catch {
    return null;
  }
}
