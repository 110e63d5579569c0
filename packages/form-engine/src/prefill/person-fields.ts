import type { FieldNode } from '../form/form-node.js';
import type { Form, Position } from '../form/form.js';
import type { PersonAttribute } from './person-attribute.js';

/** A question about the person who applies. */
export interface PersonField {
  readonly position: Position;
  readonly attribute: PersonAttribute;
}

const known = new WeakMap<Form, readonly PersonField[]>();

/**
 * The questions of a form that ask for something about the person who applies: those that the package names, and the harmonised ones
 * in a group about the applicant. Never inside a list: it is about several.
 */
export function personFields(form: Form): readonly PersonField[] {
  let fields = known.get(form);
  if (!fields) {
    fields = form.positions.flatMap((position) => {
      const attribute = attributeOf(position);
      return attribute ? [{ position, attribute }] : [];
    });
    known.set(form, fields);
  }
  return fields;
}

function attributeOf(position: Position): PersonAttribute | null {
  const { node } = position;
  if (node.kind !== 'field' || position.repeats.length > 0 || !isAsked(node)) return null;
  if (node.prefill !== undefined) return node.prefill === 'none' ? null : node.prefill;
  return node.attribute !== undefined && isAboutApplicant(position.parent) ? node.attribute : null;
}

const isAsked = ({ type, hidden, locked }: FieldNode): boolean => type !== 'file' && type !== 'boolean' && !hidden && !locked;

/** The nearest group that says whom it is about decides. */
function isAboutApplicant(group: Position | null): boolean {
  if (group?.node.kind !== 'group') return false;
  return group.node.about === undefined ? isAboutApplicant(group.parent) : group.node.about === 'applicant';
}
