import { readFile } from 'node:fs/promises';
import { type Answer, type Answers, type FieldType, type Form, type Position, type Value, typedValue } from '@serviceportal/form-engine';
import { FimInputError } from '../xml/fim-input-error.js';

/**
 * Reads answers nested by element id, as they are handed over: `{"G0…": {"F0…": "001"}}`, lists for what may repeat (one alone
 * may stand without). Values may
 * also be written as a person types them: `"ja"` is no such value, `"true"`, `"18"` and `"24.12.2026"` are.
 * @throws FimInputError `fim-answers-invalid` for anything that does not fit the form
 */
export async function readAnswers(file: string, form: Form): Promise<Answers> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new FimInputError('fim-answers-invalid', file, 'Diese Datei gibt es nicht, oder sie ist nicht lesbar.');
  });
  return typedAnswers(parsed(text, file), form, file);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new FimInputError('fim-answers-invalid', file, 'Das ist kein JSON.');
  }
}

/** @param file names the source in errors */
export function typedAnswers(json: unknown, form: Form, file: string): Answers {
  const fail: Fail = (path, what) => {
    throw new FimInputError('fim-answers-invalid', file, `${path === '' ? 'Die Antworten' : path}: ${what}.`);
  };
  return group(json, form.roots, '', fail);
}

type Fail = (path: string, what: string) => never;

function group(json: unknown, positions: readonly Position[], path: string, fail: Fail): Answers {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return fail(path, 'Erwartet wird ein Objekt');
  const known = new Map(positions.map((position) => [position.node.id, position]));
  return Object.fromEntries(
    Object.entries(json).flatMap(([id, content]: [string, unknown]) => {
      const at = path === '' ? id : `${path}/${id}`;
      const position = known.get(id) ?? fail(at, 'Dieses Element gibt es hier nicht');
      return content === null ? [] : [[id, answer(content, position, at, fail)] as const];
    }),
  );
}

function answer(json: unknown, position: Position, path: string, fail: Fail): Answer {
  if (!position.repeated) return one(json, position, path, fail);
  const entries: readonly unknown[] = Array.isArray(json) ? json : [json];
  return entries.map((entry, index) => one(entry, position, `${path}[${index}]`, fail)) as Answer;
}

const numeric: readonly FieldType[] = ['integer', 'number', 'currency'];

/** Is it a value of this type as it is handed over? Dates are looked at more closely. */
function fits(json: unknown, type: FieldType): json is string | number | boolean {
  if (type === 'boolean') return typeof json === 'boolean';
  if (numeric.includes(type)) return typeof json === 'number';
  return typeof json === 'string' && type !== 'date' && type !== 'file';
}

function one(json: unknown, position: Position, path: string, fail: Fail): Value | Answers {
  const { node } = position;
  if (node.kind === 'group') return group(json, position.children, path, fail);
  if (node.kind === 'note') return fail(path, 'Ein Hinweis wird nicht beantwortet');
  if (fits(json, node.type)) return json;
  if (node.type === 'file' && typeof json === 'object' && json !== null && 'attachment' in json) return json as Value;
  if (node.type === 'date' && typeof json === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(json)) return json;
  const typed = typeof json === 'string' ? typedValue(node, json) : { error: 'format' };
  const value = 'value' in typed ? typed.value : undefined;
  return value ?? fail(path, `Der Wert passt nicht zu einem Feld vom Typ ${node.type}`);
}
