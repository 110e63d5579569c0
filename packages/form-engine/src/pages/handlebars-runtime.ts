import type Handlebars from 'handlebars';
// The runtime alone: no compiler, nothing that evaluates text. Its own typings are empty.
import runtime from 'handlebars/runtime.js';

/** A fresh Handlebars, with its own partials and functions. */
export function createHandlebars(): typeof Handlebars {
  return (runtime as unknown as typeof Handlebars).create();
}
