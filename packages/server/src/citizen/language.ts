import { languages } from '@serviceportal/form-engine';
import type { Language } from '@serviceportal/form-engine';
import type { Request, RequestHandler } from 'express';
import type { CookieStyle } from '../security/cookies.js';
import { cookieName, cookieOf, setCookie } from '../security/cookies.js';
import { seeOther } from '../security/see-other.js';

const name = 'sprache';
const days = 365;
export const languageCookie = { name, days };

function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** `?sprache=en` is remembered in a cookie, and the page is shown again without it. */
export function switchLanguage(style: CookieStyle): RequestHandler {
  return (request, response, next) => {
    const wanted = request.query['sprache'];
    if (wanted === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    if (isLanguage(wanted)) setCookie(response, style, name, wanted, { maxAge: days * 86_400_000 });
    const rest = new URLSearchParams(request.originalUrl.split('?').slice(1).join('?'));
    rest.delete('sprache');
    const query = rest.size > 0 ? `?${rest.toString()}` : '';
    // Never `//host` or `/\\host`: that would lead to another site.
    seeOther(response, `${request.path.replace(/^[/\\]+/, '/')}${query}`);
  };
}

export function languageOf(request: Request, style: CookieStyle): Language {
  const chosen = cookieOf(request, cookieName(style, name));
  return isLanguage(chosen) ? chosen : 'de';
}
