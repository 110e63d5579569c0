import type { FieldNode, FormNode, GroupNode, NoteNode } from './form-node.js';
import type { FormDefinition } from './form-definition.js';
import type { Rule, Statement } from '../rules/ast.js';
import { compileForm } from './compile-form.js';
import type { Form, Position } from './form.js';
import { createWording } from './wording.js';

const element = { legalBasis: [], origin: 'fim' as const, min: 1, max: 1 as number | null };

export const field = (id: string, more: Partial<FieldNode> = {}): FieldNode => ({
  ...element,
  kind: 'field',
  id,
  label: `Frage ${id}`,
  type: 'text',
  constraints: {},
  ...more,
});
export const note = (id: string, text = 'Hinweis'): NoteNode => ({ ...element, kind: 'note', id, label: text, text });
export const group = (id: string, children: readonly FormNode[], more: Partial<GroupNode> = {}): GroupNode => ({
  ...element,
  kind: 'group',
  id,
  label: `Gruppe ${id}`,
  children,
  ...more,
});

export const rule = (owner: string, ...statements: Statement[]): Rule => ({
  id: `R-${owner}-${statements.length}`,
  legalBasis: [],
  owner,
  statements,
});
export const self = (path: string): { identifier: string } => ({ identifier: `self.${path}` });

export function formOf(children: readonly FormNode[], more: Partial<FormDefinition> = {}): Form {
  return compileForm({ schema: { id: 'S1', version: '1.0.0', name: 'Antrag' }, children, codeLists: {}, rules: [], ...more });
}

export function at(form: Form, path: string): Position {
  const position = form.byPath.get(path);
  if (!position) throw new Error(`no position ${path}`);
  return position;
}

export const german = (form: Form): ReturnType<typeof createWording> => createWording(form.definition, {}, 'de');
