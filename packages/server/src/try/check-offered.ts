import type { Form, Position } from '@serviceportal/form-engine';
import { askingEffects, ruledBy } from './ruled.js';
import { Stuck } from './stuck.js';
import type { TypedAnswers } from './typed-answers.js';

/** A question that no rule is about has been asked, in every entry there is; required or not. @throws Stuck with the first */
export function checkOffered(form: Form, typed: TypedAnswers): void {
  const ruled = ruledBy(form, askingEffects);
  for (const root of form.roots) check(root, '');

  function check(position: Position, around: string): void {
    const { node } = position;
    if (ruled.has(position) || node.kind === 'note') return;
    const name = `${around}${node.id}`;
    if (node.kind === 'field') {
      if (node.hidden === true || node.locked === true) return;
      if (!typed.byName.has(position.repeated ? `${name}[0]` : name)) throw new Stuck(`${name} („${node.label}“) wurde nicht gefragt`);
      return;
    }
    for (const entry of position.repeated ? entriesOf(position, name) : [name])
      for (const child of position.children) check(child, `${entry}/`);
  }

  function entriesOf(group: Position, name: string): string[] {
    const count = typed.entries.get(name);
    if (count === undefined && asksSomething(group)) throw new Stuck(`${name} („${group.node.label}“) wurde nicht gefragt`);
    return Array.from({ length: count ?? 0 }, (_, index) => `${name}[${index}]`);
  }
}

function asksSomething({ node, children }: Position): boolean {
  if (node.kind === 'group') return children.some(asksSomething);
  return node.kind === 'field' && node.hidden !== true;
}
