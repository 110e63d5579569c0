import { type Form, type FormDefinition, type Position, type Value, instanceName } from '@serviceportal/form-engine';
import type { ElementState } from '../evaluate/element-states.js';
import { type Message, say } from '../language.js';

/** One instance of an element and its state. */
export interface EvaluatedElement {
  readonly position: Position;
  readonly indices: readonly number[];
  readonly state: ElementState;
}

/** A rule that the answers break, with the place at which it says so. */
export interface BrokenRule {
  readonly rule: string;
  readonly title?: string;
  readonly path: string;
  readonly label?: string;
  readonly message: string;
}

/** Longer labels push their path to the right. */
const widest = 60;

const quoted = (text: string): string => say({ de: `„${text}“`, en: `“${text}”` });

/** What is asked, for people: state, label, path in columns; below it what may be chosen and what is filled in. */
export function elementLines(form: Form, elements: readonly EvaluatedElement[]): readonly string[] {
  const words = say(stateWords).split('|');
  const stateWidth = Math.max(...words.map((word) => word.length)) + 2;
  const shown = elements.map((element) => ({
    ...element,
    title: '  '.repeat(depth(element.position)) + quoted(element.position.node.label),
  }));
  const titleWidth = Math.min(widest, Math.max(0, ...shown.map(({ title }) => title.length)));
  return shown.flatMap(({ position, indices, state, title }) => {
    const indent = ' '.repeat(stateWidth + 2 * depth(position) + 2);
    const word = words[state.relevant ? (state.required ? 0 : 1) : 2] ?? '';
    const codes = (values: readonly Value[]): string => values.map((value) => codeText(form.definition, position, value)).join(', ');
    return [
      `${word.padEnd(stateWidth)}${title.padEnd(titleWidth)}  ${instanceName(position, indices)}`,
      ...(state.allowed ? [`${indent}${say({ de: 'nur', en: 'only' })} ${codes(state.allowed)}`] : []),
      ...(state.value === undefined ? [] : [`${indent}= ${codes([state.value])}`]),
    ];
  });
}

export function brokenRuleLine({ rule, title, path, label, message }: BrokenRule): string {
  const named = title === undefined || title === '' ? rule : `${rule} ${quoted(title)}`;
  const where = [...(label === undefined ? [] : [quoted(label)]), path].filter(Boolean).join(' ');
  // FIM's rules speak German.
  return [say({ de: 'Verletzt', en: 'Violated' }), named, where, say({ de: message, en: `“${message}”` })].filter(Boolean).join('  ');
}

const stateWords: Message = { de: 'Pflicht|möglich|–', en: 'required|possible|–' };

const depth = (position: Position): number => (position.parent === null ? 0 : depth(position.parent) + 1);

/** `001 „Verein“`; a value that is no code as it is. */
function codeText({ codeLists }: FormDefinition, { node }: Position, value: Value): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const list = node.kind === 'field' && node.codeList !== undefined ? codeLists[node.codeList] : undefined;
  const label = list?.codes.find(({ code }) => code === text)?.label;
  return label === undefined || label === text ? text : `${text} ${quoted(label)}`;
}
