import { Router } from 'express';
import type { Portal } from '../portal.js';
import { formBody } from '../security/form-body.js';
import { personal } from '../security/headers.js';
import { atMostTogether } from '../security/shared-limits.js';
import { ask } from './ask.js';
import { attachment } from './attachment.js';
import { markReport, showReports } from './barrier-reports.js';
import { showCase } from './case.js';
import { changeCase } from './change.js';
import { clerkTokens, clerksOnly } from './clerk-request.js';
import { decideDelivery } from './decide.js';
import { showDelivery } from './delivery.js';
import { casePdf } from './documents.js';
import { inbox } from './inbox.js';
import { login, loginPage, logout } from './login.js';
import { sentFile } from './sent-file.js';

/** The clerk's desk, below `/amt`. */
export function clerkRoutes(portal: Portal): Router {
  const routes = Router();
  const form = formBody('20kb', 50);
  const { check } = clerkTokens(portal);
  routes.use(personal);
  routes.get('/anmelden', loginPage(portal));
  routes.post(
    '/anmelden',
    atMostTogether(portal.office, 'login', portal.municipality.configuration.limits.loginsPerMinute),
    form,
    login(portal),
  );
  routes.use(clerksOnly(portal));
  routes.post('/abmelden', form, check, logout(portal));
  routes.get('/', inbox(portal));
  routes.get('/barrieren', showReports(portal));
  routes.post('/barrieren/:id', form, check, markReport(portal));
  routes.get('/vorgang/:id', showCase(portal));
  routes.get('/vorgang/:id/antrag.pdf', casePdf(portal));
  routes.get('/vorgang/:id/anlage/:attachment', attachment(portal));
  routes.post('/vorgang/:id/stand', form, check, changeCase(portal));
  routes.post('/vorgang/:id/frage', form, check, ask(portal));
  routes.get('/vorgang/:id/uebergabe/:delivery', showDelivery(portal));
  routes.get('/vorgang/:id/uebergabe/:delivery/datei/:number', sentFile(portal));
  routes.post('/vorgang/:id/uebergabe/:delivery', form, check, decideDelivery(portal));
  return routes;
}
