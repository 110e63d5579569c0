import express, { Router } from 'express';
import type { Request, Response } from 'express';
import type Handlebars from 'handlebars';
// The runtime alone: no compiler, nothing that evaluates text. Its own typings are empty.
import runtime from 'handlebars/runtime.js';
import { templates } from '../../templates.generated.js';

const handlebars = (runtime as unknown as typeof Handlebars).create();
const ready = new Map(Object.entries(templates).map(([name, specification]) => [name, handlebars.template(specification)]));
for (const [name, template] of ready) handlebars.registerPartial(name, template);

/** What a stand-in is, and how it is treated badly. */
export interface StandIn<Behaviour extends string> {
  /** What the pages call the system. */
  readonly system: string;
  /** One sentence: which system it stands for. */
  readonly standsFor: string;
  /** Every behaviour in words; the first is the good one. */
  readonly labels: Readonly<Record<Behaviour, string>>;
  current(): Behaviour;
  set(behaviour: Behaviour): void;
}

/** Shows a page of a stand-in. @param template name of the template without its ending */
export type Show = (response: Response, template: string, heading: string, view: object) => void;

export function showing<Behaviour extends string>({ system, standsFor, labels, current }: StandIn<Behaviour>): Show {
  const [good] = Object.keys(labels);
  return (response, template, heading, view) => {
    const render = ready.get(template);
    if (!render) throw new Error(`There is no template ${template}.`);
    const fault = current() === good ? null : labels[current()];
    response
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(render({ ...view, system, standsFor, heading, fault }));
  };
}

/** The pages that every stand-in has: style sheet, switch of behaviours, and "not found" for everything else. */
export function commonPages<Behaviour extends string>(standIn: StandIn<Behaviour>, show: Show): Router {
  const routes = Router();
  const keys = Object.keys(standIn.labels) as Behaviour[];
  const css = ready.get('fachverfahren-css')?.({}) ?? '';
  routes.get('/attrappe.css', (_, response) => void response.type('css').send(css));
  routes.get('/stoerung', (_, response) => {
    const choices = keys.map((key) => ({ key, label: standIn.labels[key], chosen: key === standIn.current() }));
    show(response, 'stand-in-fault', 'Störung vorführen', { choices });
  });
  routes.post('/stoerung', express.urlencoded({ extended: false, limit: '1kb' }), (request, response) => {
    const wanted = keys.find((key) => key === (request.body as { behaviour?: unknown } | undefined)?.behaviour);
    if (!wanted || !fromThisSite(request))
      return show(response.status(400), 'stand-in-message', 'Nicht eingestellt', {
        message: 'Wählen Sie ein Verhalten auf der Seite „Störung vorführen“.',
      });
    standIn.set(wanted);
    response.redirect(303, '/stoerung');
  });
  routes.use((_, response) => show(response.status(404), 'stand-in-message', 'Nicht gefunden', { message: 'Das gibt es hier nicht.' }));
  return routes;
}

/** A page of another site cannot switch the stand-in (Fetch Metadata; absent from programs that are no browser). */
function fromThisSite(request: Request): boolean {
  return ['same-origin', undefined].includes(request.get('Sec-Fetch-Site'));
}
