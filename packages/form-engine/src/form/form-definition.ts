import type { Rule } from '../rules/ast.js';
import type { FormNode } from './form-node.js';

export interface Code {
  readonly code: string;
  readonly label: string;
  readonly help?: string;
}

export interface CodeList {
  /** Canonical version URI where the list has one. */
  readonly uri?: string;
  readonly codes: readonly Code[];
}

/** A page that the overlay asks for. Without any, pages are derived from the structure. */
export interface PageDefinition {
  /** Part of the address: lower case letters, digits, hyphens. */
  readonly slug: string;
  readonly title: string;
  /** Paths of elements directly or indirectly below the root, e.g. `G1/F2`; a group brings all that is below it. */
  readonly elements: readonly string[];
  /** Each question stands on a page of its own. */
  readonly each?: 'question';
}

/** What may be asked, and by which rules. Data: it is stored in the service package archive. */
export interface FormDefinition {
  readonly schema: { readonly id: string; readonly version?: string; readonly name: string };
  readonly children: readonly FormNode[];
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly rules: readonly Rule[];
  readonly pages?: readonly PageDefinition[];
  /** Each question stands on a page of its own, in the whole form. */
  readonly each?: 'question';
}
