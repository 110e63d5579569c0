import type Handlebars from 'handlebars';
// The runtime alone: no compiler, nothing that evaluates text. Its own typings are empty.
import runtime from 'handlebars/runtime.js';
import { templates } from '../../templates.generated.js';

const handlebars = (runtime as unknown as typeof Handlebars).create();

interface Pages {
  readonly login: {
    readonly request: string;
    readonly portal: string;
    readonly scopes: string;
    readonly persons: readonly { readonly key: string; readonly name: string; readonly means: string; readonly chosen: boolean }[];
  };
  readonly error: { readonly message: string };
}

/** A page of the stand-in for an identity service. */
export function identityPage<Name extends keyof Pages>(name: Name, view: Pages[Name]): string {
  const template = templates[`identity-provider-${name}`];
  if (!template) throw new Error(`There is no template identity-provider-${name}.`);
  return handlebars.template(template)(view);
}
