import type { FieldNode } from './form-node.js';

/** Asks for a German postcode: five digits. Where a schema leaves more room, it may be a foreign one, with letters and spaces. */
export const isGermanPostcode = ({ type, widget, constraints }: FieldNode): boolean =>
  type === 'text' && widget === 'postcode' && constraints.maxLength === 5;
