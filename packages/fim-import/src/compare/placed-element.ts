import type { FormDefinition, FormNode } from '@serviceportal/form-engine';
import { canonicalIds } from './canonical-ids.js';

/** An element at its place in one of the two forms. */
export interface PlacedElement {
  readonly node: FormNode;
  /** Ids as the form has them, joined by `/`. */
  readonly path: string;
  /** Id by which elements of both versions of XDatenfelder are recognised. */
  readonly id: string;
  /** Labels of the groups around it, outermost first. */
  readonly around: readonly string[];
  readonly parent: PlacedElement | null;
  readonly children: readonly PlacedElement[];
}

interface GrowingElement extends PlacedElement {
  readonly children: PlacedElement[];
}

/** The top level of a form, with all that is below. */
export function placeElements(form: FormDefinition): readonly PlacedElement[] {
  return form.children.map((node) => place(node, null));
}

function place(node: FormNode, parent: PlacedElement | null): PlacedElement {
  const element: GrowingElement = {
    node,
    path: parent === null ? node.id : `${parent.path}/${node.id}`,
    id: canonicalIds(node.id),
    around: parent === null ? [] : [...parent.around, parent.node.label],
    parent,
    children: [],
  };
  if (node.kind === 'group') element.children.push(...node.children.map((child) => place(child, element)));
  return element;
}

/** These elements and all below them, in document order. */
export const withDescendants = (elements: readonly PlacedElement[]): readonly PlacedElement[] =>
  elements.flatMap((element) => [element, ...withDescendants(element.children)]);
