import { Router } from 'express';
import { atMost } from '../security/rate-limits.js';
import { atMostTogether } from '../security/shared-limits.js';
import { formBody } from '../security/form-body.js';
import { personal } from '../security/headers.js';
import type { Portal } from '../portal.js';
import { reportAddress } from './accessibility/report-address.js';
import { askBarrier, barrierTaken, takeBarrier, tokenOfVisit } from './accessibility/report-barrier.js';
import { showStatement } from './accessibility/show-statement.js';
import { applicationRoutes, followUps } from './application-routes.js';
import { codeCase, codeCaseBase } from './case-access.js';
import { forgetAddress, forgetDevice } from './forget-device.js';
import { switchLanguage } from './language.js';
import { imprint } from './imprint.js';
import { listServices } from './list-services.js';
import { prefillLinkAddress, showLink, startByLink } from './prefill/open-link.js';
import { showAccount } from './prefill/show-account.js';
import { returnAddress } from './prefill/begin-sign-in.js';
import { signedIn, signIn } from './prefill/sign-in.js';
import { generalPrivacy, servicePrivacy } from './privacy/show-notice.js';
import { servicePage } from './service-page.js';
import { start } from './start.js';
import { signInToSign } from './co-signer-identity.js';
import { askCoSigner, openInvitation, showToSign, sign } from './co-signer.js';
import { coSignAddress } from './co-sign-invite.js';
import { statusByCode } from './status-by-code.js';
import { statusLookup } from './status-lookup.js';
import { askCode, askLink, takeUp, takeUpAddress } from './take-up.js';

/** Everything that citizens see. */
export function citizenRoutes(portal: Portal): Router {
  const routes = Router();
  const { limits } = portal.municipality.configuration;
  const form = formBody('1mb', 2000);
  const token = portal.formTokens.check;
  const together = (kind: string, perMinute: number) => atMostTogether(portal.office, kind, perMinute);
  routes.get('/assets/:file', portal.assets.serve);
  routes.get('/favicon.ico', portal.assets.serveIcon);
  routes.use(switchLanguage(portal.cookies));
  routes.use((_request, response, next) => {
    // The language is in a cookie: a page that was kept may be in the wrong one.
    response.set('Cache-Control', 'private, no-cache');
    next();
  });
  // First of all: nearly every request goes there, and each route before it costs a comparison.
  const guards = { form, token, starts: atMost(limits.startsPerMinute), mails: together('mail', limits.mailsPerMinute) };
  routes.use('/antrag', applicationRoutes(portal, guards));
  routes.get('/', listServices(portal));
  routes.get('/impressum', imprint(portal));
  routes.get('/datenschutz', generalPrivacy(portal));
  routes.get('/barrierefreiheit', showStatement(portal));
  routes.get(reportAddress, personal, askBarrier(portal));
  routes.get(`${reportAddress}/danke`, personal, barrierTaken(portal));
  routes.post(reportAddress, personal, together('reports', limits.reportsPerMinute), form, tokenOfVisit(portal), takeBarrier(portal));
  routes.get('/status', personal, statusLookup(portal));
  routes.post('/status', personal, together('status', limits.statusLookupsPerMinute), form, statusByCode(portal));

  // Whoever forges the cookie guesses codes here.
  routes.use(codeCaseBase, personal, together('code-case', limits.statusLookupsPerMinute));

  routes.get(takeUpAddress, personal, askCode(portal));
  routes.get(`${takeUpAddress}/:link`, personal, askLink(portal));
  routes.post(takeUpAddress, personal, together('resume', limits.resumesPerMinute), form, takeUp(portal));

  routes.get(`${prefillLinkAddress}/:link`, personal, together('prefill-link', limits.resumesPerMinute), showLink(portal));
  routes.post(`${prefillLinkAddress}/:link`, personal, atMost(limits.startsPerMinute), startByLink(portal));
  routes.get(returnAddress, personal, atMost(limits.startsPerMinute), signedIn(portal));

  routes.get(`${coSignAddress}/:link`, personal, askCoSigner(portal));
  routes.post(`${coSignAddress}/:link`, personal, together('co-sign', limits.resumesPerMinute), openInvitation(portal));
  routes.get('/mitzeichnung/:id', personal, showToSign(portal));
  routes.get('/mitzeichnung/:id/anmelden', personal, atMost(limits.startsPerMinute), signInToSign(portal));
  routes.post('/mitzeichnung/:id', personal, form, token, sign(portal));

  routes.post(forgetAddress, personal, form, token, forgetDevice(portal));

  followUps(routes, portal, guards, codeCaseBase, codeCase);

  routes.get('/:service', servicePage(portal));
  routes.get('/:service/datenschutz', servicePrivacy(portal));
  routes.get('/:service/datenschutz/:digest', servicePrivacy(portal));
  routes.get('/:service/konto', personal, showAccount(portal));
  routes.get('/:service/konto/anmelden', personal, atMost(limits.startsPerMinute), signIn(portal));
  routes.post('/:service/antrag', atMost(limits.startsPerMinute), start(portal));
  return routes;
}
