import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { later } from '../applications/clock.js';
import type { ClerkAccount } from '../municipalities/clerk-accounts.js';
import type { Portal } from '../portal.js';
import { cookieName, cookieOf, setCookie } from '../security/cookies.js';
import { deleteSession, findSession, insertSession, touchSession } from '../storage/clerk-sessions.js';

const name = 'amt';
const idleMinutes = 30;
const longestHours = 10;

/** The secret in the clerk's cookie; the database only knows its digest. */
export function sessionSecret(portal: Portal, request: Request): Buffer | null {
  const value = cookieOf(request, cookieName(portal.cookies, name));
  return value !== null && /^[\w-]{43}$/.test(value) ? Buffer.from(value, 'base64url') : null;
}

const digest = (secret: Uint8Array): string => createHash('sha256').update(secret).digest('hex');

/** Starts a session under a new secret, whatever the browser had before. */
export async function beginSession(portal: Portal, response: Response, account: ClerkAccount): Promise<void> {
  const secret = portal.office.random.bytes(32);
  const now = portal.office.clock.now().toISOString();
  await insertSession(portal.office.database, { id: digest(secret), account: account.username, created_at: now, seen_at: now });
  setCookie(response, portal.cookies, name, Buffer.from(secret).toString('base64url'), { sameSite: 'strict' });
}

/** The clerk who is signed in; null: nobody, or the session was idle for too long. */
export async function signedIn(portal: Portal, request: Request): Promise<ClerkAccount | null> {
  const { office, municipality } = portal;
  const secret = sessionSecret(portal, request);
  const session = secret && (await findSession(office.database, digest(secret)));
  if (!secret || !session) return null;
  const now = office.clock.now();
  const idle = session.seen_at < later(now, { seconds: -idleMinutes * 60 }).toISOString();
  const old = session.created_at < later(now, { seconds: -longestHours * 3600 }).toISOString();
  const account = municipality.clerks.find(session.account);
  if (idle || old || !account) {
    await deleteSession(office.database, session.id);
    return null;
  }
  // Once a minute is enough to know that it is used.
  if (session.seen_at < later(now, { seconds: -60 }).toISOString()) await touchSession(office.database, session.id, now.toISOString());
  return account;
}

export async function endSession(portal: Portal, request: Request, response: Response): Promise<void> {
  const secret = sessionSecret(portal, request);
  if (secret) await deleteSession(portal.office.database, digest(secret));
  response.clearCookie(cookieName(portal.cookies, name), { path: '/', secure: portal.cookies.secure });
}
