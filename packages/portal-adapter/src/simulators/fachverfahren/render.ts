import type Handlebars from 'handlebars';
// The runtime alone: no compiler, nothing that evaluates text. Its own typings are empty.
import runtime from 'handlebars/runtime.js';
import { templates } from '../../templates.generated.js';

const handlebars = (runtime as unknown as typeof Handlebars).create();
const ready = new Map(Object.entries(templates).map(([name, specification]) => [name, handlebars.template(specification)]));
for (const [name, template] of ready) handlebars.registerPartial(name, template);

/** What stands around every page. */
interface PageFrame {
  readonly system: string;
  readonly heading: string;
  /** The fault that is being shown, in words. */
  readonly fault: string | null;
}

export function renderPage(name: 'list' | 'case' | 'fault' | 'message', view: object, frame: PageFrame): string {
  return rendered(name, { ...view, ...frame });
}

export const styleSheet = rendered('css', {});

function rendered(name: string, view: object): string {
  const template = ready.get(`fachverfahren-${name}`);
  if (!template) throw new Error(`There is no template fachverfahren-${name}.`);
  return template(view);
}
