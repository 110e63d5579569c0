import { Router, urlencoded } from 'express';
import { atMost } from '../security/rate-limits.js';
import { personal } from '../security/headers.js';
import type { Portal } from '../portal.js';
import { answerPage, sendAnswer } from './answer-question.js';
import { codeCase, codeCaseBase, ownCase } from './case-access.js';
import { changeSharing, continueLater } from './continue-later.js';
import { askDiscard, discard } from './discard.js';
import { applicationPdf, receiptPdf } from './documents.js';
import { forgetAddress, forgetDevice } from './forget-device.js';
import { formPage } from './form-page.js';
import { switchLanguage } from './language.js';
import { legal } from './legal.js';
import { listServices } from './list-services.js';
import { checkAnswers, overview } from './overview.js';
import { postFormPage } from './post-form-page.js';
import { reminder } from './reminder.js';
import { servicePage } from './service-page.js';
import { start } from './start.js';
import { askCoSigner, openInvitation, showToSign, sign } from './co-signer.js';
import { coSignAddress, coSignInvite, makeInvitation } from './co-sign-invite.js';
import { statusByCode } from './status-by-code.js';
import { status } from './status.js';
import { statusLookup } from './status-lookup.js';
import { submit } from './submit.js';
import { submitted } from './submitted.js';
import { submittedMeanwhile } from './submitted-meanwhile.js';
import { askCode, askLink, takeUp, takeUpAddress } from './take-up.js';
import { askWithdraw, withdrawCase } from './withdraw.js';

/** Everything that citizens see. */
export function citizenRoutes(portal: Portal): Router {
  const routes = Router();
  const { limits } = portal.municipality.configuration;
  const form = urlencoded({ extended: false, limit: '1mb', parameterLimit: 2000 });
  const token = portal.formTokens.check;
  routes.get('/assets/:file', portal.assets.serve);
  routes.use(switchLanguage(portal.cookies));
  routes.use((_request, response, next) => {
    // The language is in a cookie: a page that was kept may be in the wrong one.
    response.set('Cache-Control', 'private, no-cache');
    next();
  });
  routes.get('/', listServices(portal));
  routes.get('/impressum', legal(portal, 'imprint'));
  routes.get('/datenschutz', legal(portal, 'privacy'));
  routes.get('/barrierefreiheit', legal(portal, 'accessibility'));
  routes.get('/status', personal, statusLookup(portal));
  routes.post('/status', personal, atMost(limits.statusLookupsPerMinute), form, statusByCode(portal));

  // Whoever forges the cookie guesses codes here.
  routes.use(codeCaseBase, personal, atMost(limits.statusLookupsPerMinute));

  routes.get(takeUpAddress, personal, askCode(portal));
  routes.get(`${takeUpAddress}/:link`, personal, askLink(portal));
  routes.post(takeUpAddress, personal, atMost(limits.resumesPerMinute), form, takeUp(portal));

  routes.get(`${coSignAddress}/:link`, personal, askCoSigner(portal));
  routes.post(`${coSignAddress}/:link`, personal, atMost(limits.resumesPerMinute), openInvitation(portal));
  routes.get('/mitzeichnung/:id', personal, showToSign(portal));
  routes.post('/mitzeichnung/:id', personal, form, token, sign(portal));

  routes.post(forgetAddress, personal, form, token, forgetDevice(portal));

  routes.use('/antrag/:id', personal);
  routes.get('/antrag/:id/uebersicht', overview(portal));
  routes.get('/antrag/:id/pruefen', checkAnswers(portal));
  routes.post('/antrag/:id/absenden', form, token, submit(portal));
  routes.get('/antrag/:id/fertig', submitted(portal));
  routes.get('/antrag/:id/antrag.pdf', applicationPdf(portal));
  routes.get('/antrag/:id/quittung.pdf', receiptPdf(portal));
  routes.get('/antrag/:id/verwerfen', askDiscard(portal));
  routes.post('/antrag/:id/verwerfen', form, token, discard(portal));
  routes.get('/antrag/:id/mitzeichnung', coSignInvite(portal));
  routes.post('/antrag/:id/mitzeichnung', form, token, makeInvitation(portal));
  routes.get('/antrag/:id/spaeter', continueLater(portal));
  routes.post('/antrag/:id/spaeter', form, token, changeSharing(portal));
  routes.get('/antrag/:id/erinnerung.ics', reminder(portal));
  for (const [base, access] of [
    ['/antrag/:id', ownCase],
    [codeCaseBase, codeCase],
  ] as const) {
    routes.get(`${base}/stand`, status(portal, access));
    routes.get(`${base}/antwort`, answerPage(portal, access));
    routes.post(`${base}/antwort`, form, sendAnswer(portal, access));
    routes.get(`${base}/ruecknahme`, askWithdraw(portal, access));
    routes.post(`${base}/ruecknahme`, form, token, withdrawCase(portal, access));
  }
  for (const address of ['/antrag/:id/:page', '/antrag/:id/:page/:instance']) {
    routes.get(address, formPage(portal));
    routes.post(address, form, postFormPage(portal));
  }

  routes.use('/antrag/:id', submittedMeanwhile(portal));

  routes.get('/:service', servicePage(portal));
  routes.post('/:service/antrag', atMost(limits.startsPerMinute), start(portal));
  return routes;
}
