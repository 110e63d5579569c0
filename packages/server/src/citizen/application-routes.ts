import { Router } from 'express';
import type { RequestHandler } from 'express';
import { personal } from '../security/headers.js';
import type { Portal } from '../portal.js';
import type { CaseAccess } from './case-access.js';
import { answerPage, sendAnswer } from './answer-question.js';
import { ownCase } from './case-access.js';
import { changeSharing, continueLater } from './continue-later.js';
import { askDiscard, discard } from './discard.js';
import { applicationPdf, receiptPdf } from './documents.js';
import { formPage } from './form-page.js';
import { checkAnswers, overview } from './overview.js';
import { showCorrect, unlock } from './prefill/correct.js';
import { showDraftAccount } from './prefill/show-account.js';
import { signInForDraft } from './prefill/sign-in.js';
import { offerTakeOver, takeOver } from './prefill/take-over.js';
import { postFormPage } from './post-form-page.js';
import { reminder } from './reminder.js';
import { coSignInvite, makeInvitation } from './co-sign-invite.js';
import { status } from './status.js';
import { submit } from './submit.js';
import { submitted } from './submitted.js';
import { changeMail, mailPage } from './mail-address.js';
import { mailPath } from './mail-section.js';
import { submittedMeanwhile } from './submitted-meanwhile.js';
import { askWithdraw, withdrawCase } from './withdraw.js';

/** What a post passes first. */
export interface Guards {
  /** Reads it. */
  readonly form: RequestHandler;
  /** Refuses it without the token of its form. */
  readonly token: RequestHandler;
  /** Keeps the number of new applications and sign-ins low. */
  readonly starts: RequestHandler;
  /** Keeps the number of mails low. */
  readonly mails: RequestHandler;
}

/** Everything below `/antrag`: what the browser sees of an application that it holds the key of. */
export function applicationRoutes(portal: Portal, guards: Guards): Router {
  const routes = Router();
  const { form, token, starts } = guards;
  // The pattern of an application's address stays in each route: measurements and logs name patterns, never addresses.
  routes.use('/:id', personal);
  routes.get('/:id/uebersicht', overview(portal));
  routes.get('/:id/pruefen', checkAnswers(portal));
  routes.post('/:id/absenden', form, token, submit(portal));
  routes.get('/:id/fertig', submitted(portal));
  routes.get('/:id/antrag.pdf', applicationPdf(portal));
  routes.get('/:id/quittung.pdf', receiptPdf(portal));
  routes.get('/:id/verwerfen', askDiscard(portal));
  routes.post('/:id/verwerfen', form, token, discard(portal));
  routes.get('/:id/mitzeichnung', coSignInvite(portal));
  routes.post('/:id/mitzeichnung', form, token, makeInvitation(portal));
  routes.get('/:id/uebernehmen', offerTakeOver(portal));
  routes.post('/:id/uebernehmen', form, token, takeOver(portal));
  routes.get('/:id/geprueft', showCorrect(portal));
  routes.post('/:id/geprueft', form, token, unlock(portal));
  routes.get('/:id/konto', showDraftAccount(portal));
  routes.get('/:id/konto/anmelden', starts, signInForDraft(portal));
  routes.get('/:id/spaeter', continueLater(portal));
  routes.post('/:id/spaeter', form, token, changeSharing(portal));
  routes.get('/:id/erinnerung.ics', reminder(portal));
  followUps(routes, portal, guards, '/:id', ownCase);
  for (const address of ['/:id/:page', '/:id/:page/:instance']) {
    routes.get(address, formPage(portal));
    routes.post(address, form, postFormPage(portal));
  }
  // Without a path: where it leads on, the address of the application would stand in measurements and logs.
  routes.use(submittedMeanwhile(portal));
  return routes;
}

/** How a submitted case stands, and what its citizen may still do. */
export function followUps(routes: Router, portal: Portal, { form, token, mails }: Guards, base: string, access: CaseAccess): void {
  routes.get(`${base}/stand`, status(portal, access));
  routes.get(`${base}${mailPath}`, mailPage(portal, access));
  routes.post(`${base}${mailPath}`, mails, form, token, changeMail(portal, access));
  routes.get(`${base}/antwort`, answerPage(portal, access));
  routes.post(`${base}/antwort`, form, sendAnswer(portal, access));
  routes.get(`${base}/ruecknahme`, askWithdraw(portal, access));
  routes.post(`${base}/ruecknahme`, form, token, withdrawCase(portal, access));
}
