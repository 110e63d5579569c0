import type { FieldNode, Form } from '@serviceportal/form-engine';
import type { Post } from './browser.js';
import type { Decisions } from './decisions.js';
import { withoutDatePart } from './decisions.js';
import type { FormOnPage, Input } from './form-on-page.js';
import type { Chance } from './values/chance.js';
import { fieldText } from './values/field-text.js';
import { filesFor, usualFiles, withMark } from './values/sample-files.js';
import type { SampleFile } from './values/sample-files.js';

/** What was answered on one page, by input name without date part. Empty text: left out on purpose. */
export type PageAnswers = Map<string, string | SampleFile>;

export interface Person {
  readonly form: Form;
  readonly chance: Chance;
  readonly decisions: Decisions;
  /** Of 100 optional questions so many are left out. */
  readonly skipped: number;
  /** Of 100 optional groups so many are left out as a whole. */
  readonly groupsLeftOut: number;
}

/** No valid answer was found for a question. */
class Unanswerable extends Error {
  override readonly name = 'Unanswerable';
}

/** Answers every question on the page that has no answer yet; `answers` keeps them for when the page comes again. */
export function fillIn(person: Person, form: FormOnPage, answers: PageAnswers): Post {
  const questions = form.inputs.filter((input) => input.kind !== 'hidden');
  const present = questions.flatMap((input) => person.decisions.question(input.name)?.position ?? []);
  for (const input of questions) {
    const name = withoutDatePart(input.name);
    if (answers.has(name)) continue;
    const question = person.decisions.question(name);
    if (!question || question.position.node.kind !== 'field') continue;
    const { decisions } = person;
    const applies = decisions.applies(question, present) && !decisions.leavesOut(question, person.groupsLeftOut);
    const skip = question.position.node.min === 0 && person.chance.percent(person.skipped);
    answers.set(name, applies && !skip ? answer(person, question.position.node, input) : '');
  }
  return postOf(form, answers);
}

function answer({ chance, form }: Person, node: FieldNode, input: Input): string | SampleFile {
  if (input.kind === 'search') return chance.pick((form.definition.codeLists[node.codeList ?? '']?.codes ?? []).map(({ code }) => code));
  if (input.kind === 'choice') {
    if (input.options.length === 0) throw new Unanswerable(`${input.name} („${node.label}“) bietet nichts zur Auswahl`);
    return chance.pick(input.options);
  }
  if (input.kind === 'file') {
    const files = filesFor(input.accept);
    if (files.length === 0) throw new Unanswerable(`${input.name} („${node.label}“) nimmt nur ${input.accept}, dafür gibt es kein Muster`);
    return withMark(chance.pick(usualFiles(files)), chance.whole(0, 2 ** 31));
  }
  const text = fieldText(node, form.definition.codeLists, chance);
  if (text === null) throw new Unanswerable(`${input.name} („${node.label}“): kein Text passt zu ${JSON.stringify(node.constraints)}`);
  return text;
}

function postOf(form: FormOnPage, answers: PageAnswers): Post {
  const fields: [string, string][] = [];
  const files: [string, SampleFile | null][] = [];
  for (const input of form.inputs) {
    const answered = answers.get(withoutDatePart(input.name));
    if (input.kind === 'hidden') fields.push([input.name, input.value ?? '']);
    else if (input.kind === 'file') files.push([input.name, typeof answered === 'object' ? answered : null]);
    else if (typeof answered === 'string') {
      // Nothing chosen: radio buttons are then not part of the post.
      if (input.kind !== 'text' && answered === '') continue;
      fields.push([input.name, datePart(input.name, answered)]);
    }
  }
  return { fields, files, multipart: form.multipart };
}

/** `24.12.2026` in three inputs. */
function datePart(name: string, answer: string): string {
  const part = ['.day', '.month', '.year'].findIndex((suffix) => name.endsWith(suffix));
  return part < 0 ? answer : (answer.split('.')[part] ?? '');
}
