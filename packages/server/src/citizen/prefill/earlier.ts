import { personFields } from '@serviceportal/form-engine';
import type { Request } from 'express';
import { earlierApplication } from '../../applications/prefill/earlier-application.js';
import type { EarlierApplication } from '../../applications/prefill/earlier-application.js';
import type { Draft } from '../../applications/draft.js';
import type { Portal } from '../../portal.js';
import { cookieName, cookieNames, cookieOf } from '../../security/cookies.js';
import type { VisitSecret } from '../../storage/visit-keys.js';
import { isResumeCookie } from '../resume.js';

/** The cookie that remembers what was submitted last, until the browser is closed. No service has a key like this. */
export const submittedCookie = 'antrag--abgesendet';

/** So many of the browser's applications are looked at. */
const most = 8;

/** Ids of the applications that this browser has begun or just submitted, the latter first. */
export function ownIds(portal: Portal, request: Request): string[] {
  const names = cookieNames(request, portal.cookies).filter(isResumeCookie);
  const ordered = [...names.filter((name) => name === submittedCookie), ...names.filter((name) => name !== submittedCookie)];
  const ids = ordered.flatMap((name) => cookieOf(request, cookieName(portal.cookies, name)) ?? []);
  return [...new Set(ids)].filter((id) => /^[\w-]{1,60}$/.test(id)).slice(0, most);
}

/** The application of this browser that says most of what a new one asks about the person; null: none says anything. */
export async function bestEarlier(
  { office }: Portal,
  visit: VisitSecret,
  ids: readonly string[],
  draft: Draft,
): Promise<EarlierApplication | null> {
  // Most starts: nothing is asked that another application could know.
  if (personFields(draft.service.form).length === 0) return null;
  let best: EarlierApplication | null = null;
  for (const id of ids) {
    const found = await earlierApplication(office, visit, id, draft);
    if (found && found.offers.length > (best?.offers.length ?? 0)) best = found;
  }
  return best;
}
