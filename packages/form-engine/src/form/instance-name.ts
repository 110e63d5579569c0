import type { Form, Instance, Position } from './form.js';

/** `G1[0]/F2`: the path with the index of each entry. Used as input name, in messages and in logs. */
export function instanceName(position: Position, indices: readonly number[]): string {
  if (position.repeats.length === 0) return position.path;
  const own = position.parent ? `${instanceName(position.parent, indices)}/${position.node.id}` : position.node.id;
  const index = position.repeated ? indices[position.repeats.length - 1] : undefined;
  return index === undefined ? own : `${own}[${index}]`;
}

const step = /^([^[\]]+)(?:\[(\d{1,6})\])?$/;

/** Reads an instance name back; null if it names nothing in the form. Untrusted input. */
export function parseInstanceName(form: Form, name: string): Instance | null {
  const ids: string[] = [];
  const indices: number[] = [];
  for (const part of name.split('/', 32)) {
    const match = step.exec(part);
    if (!match) return null;
    ids.push(match[1] ?? '');
    if (match[2] !== undefined) indices.push(Number(match[2]));
  }
  const position = form.byPath.get(ids.join('/'));
  if (!position) return null;
  const missing = position.repeats.length - indices.length;
  if (missing < 0 || missing > (position.repeated ? 1 : 0)) return null;
  return instanceName(position, indices) === name ? { position, indices } : null;
}
