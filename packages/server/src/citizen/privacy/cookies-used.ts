import type { Language, ServicePackage } from '@serviceportal/form-engine';
import { signInSeconds } from '../../applications/prefill/pending-sign-in.js';
import type { CookieStyle } from '../../security/cookies.js';
import { cookieName } from '../../security/cookies.js';
import { visitCookie } from '../../security/visit.js';
import { portalText } from '../../texts/portal-text.js';
import { lookUpCookie } from '../case-by-code.js';
import { visitDaysOf } from '../hold-draft.js';
import { languageCookie } from '../language.js';
import { submittedCookie } from '../prefill/earlier.js';
import { signInCookie } from '../prefill/begin-sign-in.js';
import { resumeCookie } from '../resume.js';

/** Every cookie that citizens' pages set, by name, with what it is for and how long it stays. Null: pages that belong to no service. */
export function cookiesUsed(
  pkg: ServicePackage | null,
  style: CookieStyle,
  language: Language,
  hasAccount: boolean,
): { name: string; use: string }[] {
  const own = pkg && [
    { name: visitCookie.name, use: portalText(language, 'privacy.cookie.visit', { days: visitDaysOf(pkg) }) },
    { name: resumeCookie(pkg.key), use: portalText(language, 'privacy.cookie.resume', { days: pkg.service.draftDays }) },
    { name: submittedCookie, use: portalText(language, 'privacy.cookie.submitted') },
    ...(hasAccount ? [{ name: signInCookie, use: portalText(language, 'privacy.cookie.signIn', { minutes: signInSeconds / 60 }) }] : []),
  ];
  return [
    ...(own ?? []),
    { name: languageCookie.name, use: portalText(language, 'privacy.cookie.language', { days: languageCookie.days }) },
    { name: lookUpCookie.name, use: portalText(language, 'privacy.cookie.lookUp') },
  ].map(({ name, use }) => ({ name: cookieName(style, name), use }));
}
