import { readFile } from 'node:fs/promises';
import { type Answer, type Answers, type FieldType, type Form, type Position, type Value, typedValue } from '@serviceportal/form-engine';
import { type Message, say } from '../language.js';
import { parseJson } from '../parse-json.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { isDay } from './is-day.js';

/**
 * Reads answers nested by element id, as they are handed over: `{"G0…": {"F0…": "001"}}`, lists for what may repeat (one alone
 * may stand without). Values may
 * also be written as a person types them: `"ja"` is no such value, `"true"`, `"18"` and `"24.12.2026"` are.
 * @throws FimInputError `fim-answers-invalid` for anything that does not fit the form
 */
export async function readAnswers(file: string, form: Form): Promise<Answers> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new FimInputError(
      'fim-answers-invalid',
      file,
      say({ de: 'Diese Datei gibt es nicht, oder sie ist nicht lesbar.', en: 'There is no such file, or it cannot be read.' }),
    );
  });
  return typedAnswers(parsed(text, file), form, file);
}

function parsed(text: string, file: string): unknown {
  const json = parseJson(text);
  if ('value' in json) return json.value;
  const reason = {
    de: 'Ab hier ist das kein JSON. Prüfen Sie Kommas, Klammern und Anführungszeichen.',
    en: 'From here on this is no JSON. Check commas, brackets and quotation marks.',
  };
  throw new FimInputError('fim-answers-invalid', file, say(json.broken === undefined ? noJson : reason), json.broken);
}

const noJson: Message = { de: 'Das ist kein JSON.', en: 'This is no JSON.' };

/** @param file names the source in errors */
export function typedAnswers(json: unknown, form: Form, file: string): Answers {
  const fail: Fail = (path, what) => {
    throw new FimInputError(
      'fim-answers-invalid',
      file,
      `${path === '' ? say({ de: 'Die Antworten', en: 'The answers' }) : path}: ${what}.`,
    );
  };
  return group(json, form.roots, '', fail);
}

type Fail = (path: string, what: string) => never;

function group(json: unknown, positions: readonly Position[], path: string, fail: Fail): Answers {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return fail(path, say({ de: 'Erwartet wird ein Objekt', en: 'An object is expected' }));
  const known = new Map(positions.map((position) => [position.node.id, position]));
  return Object.fromEntries(
    Object.entries(json).flatMap(([id, content]: [string, unknown]) => {
      const at = path === '' ? id : `${path}/${id}`;
      const position = known.get(id) ?? fail(at, say({ de: 'Dieses Element gibt es hier nicht', en: 'There is no such element here' }));
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
  if (node.kind === 'note') return fail(path, say({ de: 'Ein Hinweis wird nicht beantwortet', en: 'A note is not answered' }));
  if (fits(json, node.type)) return json;
  if (node.type === 'file' && typeof json === 'object' && json !== null && 'attachment' in json) return json as Value;
  if (node.type === 'date' && isDay(json)) return json;
  const typed = typeof json === 'string' ? typedValue(node, json) : { error: 'format' };
  const value = 'value' in typed ? typed.value : undefined;
  return (
    value ??
    fail(
      path,
      say({ de: `Der Wert passt nicht zu einem Feld vom Typ ${node.type}`, en: `The value does not fit a field of type ${node.type}` }),
    )
  );
}
