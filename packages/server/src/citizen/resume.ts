import type { Request } from 'express';
import { openDraft } from '../applications/draft.js';
import type { RunningService } from '../applications/running-service.js';
import type { Portal } from '../portal.js';
import { cookieName, cookieOf } from '../security/cookies.js';
import { visitOf } from '../security/visit.js';

const prefix = 'antrag-';

/** Name of the cookie that remembers the last draft of a service. */
export const resumeCookie = (serviceKey: string): string => `${prefix}${serviceKey}`;

export const isResumeCookie = (name: string): boolean => name.startsWith(prefix);

/** Id of the draft of this service that the browser began, if it is still there. */
export async function resumable(portal: Portal, request: Request, service: RunningService): Promise<string | null> {
  const visit = visitOf(request, portal.cookies);
  const id = cookieOf(request, cookieName(portal.cookies, resumeCookie(service.package.key)));
  if (!visit || id === null) return null;
  return (await openDraft(portal.office, visit, id)) ? id : null;
}
