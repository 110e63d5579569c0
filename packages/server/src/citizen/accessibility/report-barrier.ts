import { uiText } from '@serviceportal/form-engine';
import type { ReportBarrierView } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import { longestReport, reportBarrier } from '../../applications/report-barrier.js';
import type { Portal } from '../../portal.js';
import { seeOther } from '../../security/see-other.js';
import { visitOf } from '../../security/visit.js';
import { sendPage } from '../citizen-request.js';
import { reportAddress } from './report-address.js';
import { languageOf } from '../language.js';

type Typed = Record<keyof typeof longestReport, string>;

/** `GET /barriere-melden?seite=…`: what hinders somebody, and where. */
export function askBarrier(portal: Portal): RequestHandler {
  return (request, response) => {
    const page = typeof request.query['seite'] === 'string' ? request.query['seite'].slice(0, longestReport.page) : '';
    show(portal, request, response, { page, description: '', contact: '' }, null);
  };
}

/** `POST /barriere-melden`: keeps the report for the desk. */
export function takeBarrier(portal: Portal): RequestHandler {
  return async (request, response) => {
    const body = request.body as Record<string, unknown> | undefined;
    const text = (name: string): string => (typeof body?.[name] === 'string' ? body[name].replace(/\r\n/g, '\n').trim() : '');
    const typed = {
      page: text('seite').slice(0, longestReport.page),
      description: text('beschreibung'),
      contact: text('kontakt').slice(0, longestReport.contact),
    };
    const language = languageOf(request, portal.cookies);
    const { length } = typed.description;
    if (length === 0 || length > longestReport.description) {
      response.status(422);
      const count = longestReport.description;
      const error = length === 0 ? uiText(language, 'barrier.needDescription') : uiText(language, 'barrier.tooLong', { length, count });
      return show(portal, request, response, typed, error);
    }
    await reportBarrier(portal.office, { ...typed, language });
    seeOther(response, `${reportAddress}/danke`);
  };
}

/** `GET /barriere-melden/danke` */
export function barrierTaken(portal: Portal): RequestHandler {
  return (request, response) => {
    const language = languageOf(request, portal.cookies);
    const heading = uiText(language, 'barrier.thanks');
    const links = [{ label: uiText(language, 'message.home'), href: '/' }];
    const view = { heading, paragraphs: [uiText(language, 'barrier.thanksText')], sections: [], links, confirm: null };
    sendPage(portal, request, response, 'message', view, { title: heading, personal: true });
  };
}

/** The form token belongs to a visit: who has none yet is protected by the check where the post comes from. */
export function tokenOfVisit(portal: Portal): RequestHandler {
  return (request, response, next) => (visitOf(request, portal.cookies) ? portal.formTokens.check(request, response, next) : next());
}

function show(portal: Portal, request: Request, response: Response, typed: Typed, error: string | null): void {
  const language = languageOf(request, portal.cookies);
  const view: ReportBarrierView = {
    action: reportAddress,
    ...typed,
    error,
    errors: error === null ? null : { errors: [{ label: error, href: '#beschreibung' }] },
    longest: longestReport,
    keepDays: portal.municipality.configuration.accessibility.reportDays,
    privacyHref: '/datenschutz',
    backHref: '/barrierefreiheit',
  };
  sendPage(portal, request, response, 'report-barrier', view, {
    title: uiText(language, 'barrier.title'),
    personal: true,
    path: reportAddress,
  });
}
