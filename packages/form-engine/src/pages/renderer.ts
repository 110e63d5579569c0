import { createHandlebars } from './handlebars-runtime.js';
import { templateFunctions } from './template-functions.js';
import type { TemplateData } from './template-functions.js';
import type { PageViews, Shell } from './views.js';

/** Precompiled templates of one package, by name: `templates` of its `templates.generated.ts`. */
export type TemplateSet = Readonly<Record<string, object>>;

export interface Renderer {
  /** A complete HTML document. */
  page<Name extends keyof PageViews>(name: Name, view: PageViews[Name], shell: Shell): string;
  /** The same with a template of another package. @throws where there is no template of that name */
  otherPage(name: string, view: object, shell: Shell): string;
}

type Template = (view: object, options: { data: TemplateData }) => string;

/**
 * Makes ready the templates of all packages, once. Every template can use every other as a partial.
 * @throws where two sets have a template of the same name
 */
export function createRenderer(...templateSets: readonly TemplateSet[]): Renderer {
  const handlebars = createHandlebars();
  handlebars.registerHelper(templateFunctions((html) => new handlebars.SafeString(html), handlebars.Utils.escapeExpression) as never);
  const templates = new Map<string, Template>();
  for (const set of templateSets) {
    for (const [name, specification] of Object.entries(set)) {
      if (templates.has(name)) throw new Error(`There are two templates called ${name}.`);
      const template = handlebars.template(specification);
      handlebars.registerPartial(name, template);
      templates.set(name, template);
    }
  }
  const templateOf = (name: string): Template => {
    const template = templates.get(name);
    if (!template) throw new Error(`There is no template called ${name}.`);
    return template;
  };
  const layout = templateOf('layout');
  const render = (name: string, view: object, shell: Shell): string => {
    const data = { language: shell.language, shell, errors: hasErrors(view), body: '' };
    const body = templateOf(name)(view, { data });
    return layout(shell, { data: { ...data, body } });
  };
  return { page: render, otherPage: render };
}

function hasErrors(view: object): boolean {
  return ('errors' in view && view.errors !== null) || ('error' in view && view.error !== null);
}
