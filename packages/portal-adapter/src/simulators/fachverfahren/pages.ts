import { readFile } from 'node:fs/promises';
import express, { Router } from 'express';
import type { Request, Response } from 'express';
import { behaviourLabels } from './behaviour-labels.js';
import { behaviours } from './behaviour.js';
import type { Behaviour } from './behaviour.js';
import type { CaseStore } from './case-store.js';
import { caseFacts, caseRow, decisionChoices, fileRow } from './case-views.js';
import { isPreviewed, largestPreview, preview } from './preview/preview.js';
import type { Preview } from './preview/preview.js';
import { decisions } from './received-case.js';
import type { ReceivedCase, ReceivedFile } from './received-case.js';
import { renderPage, styleSheet } from './render.js';

/** The behaviour that the pages show and switch. */
export interface BehaviourSwitch {
  current(): Behaviour;
  set(behaviour: Behaviour): void;
}

const form = express.urlencoded({ extended: false, limit: '8kb' });

/** What a clerk at the stand-in sees. */
export function pageRoutes(store: CaseStore, decide: CaseStore['decide'], system: string, behaviour: BehaviourSwitch): Router {
  const routes = Router();
  const show = (response: Response, name: 'list' | 'case' | 'fault' | 'message', heading: string, view: object) => {
    const fault = behaviour.current() === 'honest' ? null : behaviourLabels[behaviour.current()];
    response
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(renderPage(name, view, { system, heading, fault }));
  };
  const missing = (response: Response) =>
    show(response.status(404), 'message', 'Nicht gefunden', { message: 'Diesen Fall oder diese Datei gibt es hier nicht.' });

  routes.get('/fachverfahren.css', (_, response) => void response.type('css').send(styleSheet));
  routes.get('/', (_, response) => show(response, 'list', 'Eingegangene Fälle', { cases: store.list().map(caseRow) }));
  routes.get('/faelle/:number', async (request, response) => {
    const found = store.byNumber(request.params.number);
    if (!found) return missing(response);
    const files = found.files.map((file) => fileRow(found, file));
    const view = { facts: caseFacts(found), files, previews: await previews(store, found), choices: decisionChoices(found) };
    show(response, 'case', `Fall ${found.caseNumber}`, { ...view, decide: `/faelle/${found.caseNumber}/entscheidung` });
  });
  routes.post('/faelle/:number/entscheidung', form, async (request, response) => {
    const { state, reason } = (request.body ?? {}) as { state?: unknown; reason?: unknown };
    const decided = decisions.find((known) => known === state);
    const why = typeof reason === 'string' ? reason.trim() : '';
    if (!decided || !fromThisSite(request) || (decided === 'rejected' && why === ''))
      return show(response.status(400), 'message', 'Nicht gespeichert', {
        message: 'Wählen Sie eine Entscheidung. Eine Ablehnung braucht eine Begründung.',
      });
    const found = await decide(request.params.number, { state: decided, ...(why && { reason: why }) });
    if (found) response.redirect(303, `/faelle/${found.caseNumber}`);
    else missing(response);
  });
  routes.get('/faelle/:number/:part', (request, response) => {
    const found = store.byNumber(request.params.number);
    const file = found?.files.find((candidate) => candidate.part === request.params.part);
    if (found && file) sendFile(response, store.pathOf(found, file), file);
    else missing(response);
  });
  routes.get('/stoerung', (_, response) => {
    const choices = behaviours.map((key) => ({ key, label: behaviourLabels[key], chosen: key === behaviour.current() }));
    show(response, 'fault', 'Störung vorführen', { choices });
  });
  routes.post('/stoerung', form, (request, response) => {
    const wanted = behaviours.find((key) => key === (request.body as { behaviour?: unknown } | undefined)?.behaviour);
    if (!wanted || !fromThisSite(request))
      return show(response.status(400), 'message', 'Nicht eingestellt', {
        message: 'Wählen Sie ein Verhalten auf der Seite „Störung vorführen“.',
      });
    behaviour.set(wanted);
    response.redirect(303, '/stoerung');
  });
  routes.use((_, response) => missing(response));
  return routes;
}

async function previews(store: CaseStore, found: ReceivedCase): Promise<Preview[]> {
  const shown = found.files.filter((file) => file.purpose === 'data' && isPreviewed(file.mediaType));
  return Promise.all(
    shown.map(async (file) => {
      const note = 'Die Datei ist zu groß, um sie hier zu zeigen. Laden Sie sie herunter.';
      if (file.size > largestPreview) return { name: file.name, note, value: null, table: null, text: null };
      return preview(file.name, file.mediaType, await readFile(store.pathOf(found, file), 'utf8'));
    }),
  );
}

/** Only the application's PDF opens in the browser; whatever a citizen uploaded is only saved. */
function sendFile(response: Response, path: string, file: ReceivedFile): void {
  response.attachment(file.name);
  const isForm = file.purpose === 'form' && file.mediaType === 'application/pdf';
  // Browsers' PDF viewers count as plug-ins, which the policy of the pages forbids.
  if (isForm) response.removeHeader('Content-Security-Policy');
  if (isForm) response.set('Content-Disposition', String(response.get('Content-Disposition')).replace(/^attachment/, 'inline'));
  response.set('Cache-Control', 'no-store').type(isForm ? 'application/pdf' : 'application/octet-stream');
  response.sendFile(path, { dotfiles: 'allow' });
}

/** A page of another site cannot switch the stand-in (Fetch Metadata; absent from programs that are no browser). */
function fromThisSite(request: Request): boolean {
  return ['same-origin', undefined].includes(request.get('Sec-Fetch-Site'));
}
