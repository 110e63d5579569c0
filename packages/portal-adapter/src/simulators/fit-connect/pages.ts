import express, { Router } from 'express';
import type { Request, Response } from 'express';
import { isPreviewed, largestPreview, preview } from '../fachverfahren/preview/preview.js';
import type { Preview } from '../fachverfahren/preview/preview.js';
import { renderPage, styleSheet } from '../fachverfahren/render.js';
import { fitConnectBehaviourLabels, fitConnectBehaviours } from './behaviour.js';
import type { FitConnectBehaviour } from './behaviour.js';
import { openSubmission } from './open-submission.js';
import type { OpenedFile, OpenedSubmission } from './open-submission.js';
import { decisionChoices, submissionFacts, submissionFile, submissionRow } from './submission-views.js';
import type { StoredSubmission } from './submission-store.js';
import type { FitConnectWorld } from './world.js';

/**
 * What arrived at the demonstration's destination, opened; and the switch for what may go wrong.
 *
 * @param decide what the office says; a reason: it rejects
 */
export function fitConnectPages(
  world: FitConnectWorld,
  system: string,
  behave: (behaviour: FitConnectBehaviour) => void,
  decide: (submissionId: string, reason: string | null) => Promise<void>,
): Router {
  const routes = Router();
  const show = (response: Response, name: 'list' | 'case' | 'fault' | 'message', heading: string, view: object): void => {
    const fault = world.behaviour() === 'honest' ? null : fitConnectBehaviourLabels[world.behaviour()];
    response
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(renderPage(name, view, { system, heading, fault }));
  };
  const missing = (response: Response): void =>
    show(response.status(404), 'message', 'Nicht gefunden', { message: 'Diese Einreichung oder Datei gibt es hier nicht.' });
  const arrived = (id: string | undefined): StoredSubmission | undefined => {
    const found = world.store.get(id ?? '');
    return found?.submittedAt === undefined ? undefined : found;
  };

  routes.get('/fachverfahren.css', (_, response) => void response.type('css').send(styleSheet));
  routes.get('/', async (_, response) => {
    const submitted = world.store.list().filter(({ submittedAt }) => submittedAt !== undefined);
    const rows = submitted.map(async (one) => submissionRow(one, await openSubmission(world, one)));
    show(response, 'list', 'Eingegangene Einreichungen', { cases: (await Promise.all(rows)).reverse() });
  });
  routes.get('/faelle/:id', async (request, response) => {
    const found = arrived(request.params.id);
    if (!found) return missing(response);
    const opened = await openSubmission(world, found);
    const files = filesOf(opened).map((file) => submissionFile(found, file));
    const view = { facts: submissionFacts(found, opened), files, previews: previews(opened), choices: decisionChoices(found) };
    show(response, 'case', `Einreichung ${found.submissionId}`, { ...view, decide: `/faelle/${found.submissionId}/entscheidung` });
  });
  routes.post('/faelle/:id/entscheidung', express.urlencoded({ extended: false, limit: '4kb' }), async (request, response) => {
    const found = arrived(String(request.params['id']));
    if (!found) return missing(response);
    const { state, reason } = (request.body ?? {}) as { readonly state?: unknown; readonly reason?: unknown };
    const why = typeof reason === 'string' ? reason.trim().slice(0, 500) : '';
    const isComplete = state === 'accepted' || (state === 'rejected' && why !== '');
    if (!isComplete || found.state !== 'submitted' || !fromThisSite(request)) {
      const message = 'Wählen Sie eine Entscheidung. Eine Ablehnung braucht eine Begründung. Entscheiden kann man nur einmal.';
      return show(response.status(400), 'message', 'Nicht gespeichert', { message });
    }
    await decide(found.submissionId, state === 'accepted' ? null : why);
    response.redirect(303, `/faelle/${found.submissionId}`);
  });
  routes.get('/faelle/:id/:part', async (request, response) => {
    const found = arrived(request.params.id);
    const file =
      found && filesOf(await openSubmission(world, found)).find((one) => (one.attachmentId ?? 'fachdaten') === request.params.part);
    if (!file) return missing(response);
    response.attachment(file.name).set('Cache-Control', 'no-store').type('application/octet-stream').send(file.bytes);
  });
  routes.get('/stoerung', (_, response) => {
    const choices = fitConnectBehaviours.map((key) => ({ key, label: fitConnectBehaviourLabels[key], chosen: key === world.behaviour() }));
    show(response, 'fault', 'Störung vorführen', { choices });
  });
  routes.post('/stoerung', express.urlencoded({ extended: false, limit: '1kb' }), (request, response) => {
    const wanted = fitConnectBehaviours.find((key) => key === (request.body as { behaviour?: unknown } | undefined)?.behaviour);
    if (!wanted || !fromThisSite(request)) {
      const message = 'Wählen Sie ein Verhalten auf der Seite „Störung vorführen“.';
      return show(response.status(400), 'message', 'Nicht eingestellt', { message });
    }
    behave(wanted);
    response.redirect(303, '/stoerung');
  });
  routes.use((_, response) => missing(response));
  return routes;
}

const filesOf = ({ data, attachments }: OpenedSubmission): readonly OpenedFile[] => [...(data ? [data] : []), ...attachments];

function previews({ data }: OpenedSubmission): Preview[] {
  if (!data || !isPreviewed(data.mimeType) || data.bytes.length > largestPreview) return [];
  return [preview(data.name, data.mimeType, data.bytes.toString('utf8'))];
}

/** A page of another site cannot switch the stand-in (Fetch Metadata; absent from programs that are no browser). */
function fromThisSite(request: Request): boolean {
  return ['same-origin', undefined].includes(request.get('Sec-Fetch-Site'));
}
