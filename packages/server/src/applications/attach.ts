import type { Answers, Evaluation, Message, PageInstance, PageItem, Position, Wording } from '@serviceportal/form-engine';
import { createMessage, instanceName, readAnswer, relevantItems, setAnswer } from '@serviceportal/form-engine';
import { Refusal } from './accept-upload.js';
import type { Content } from './content.js';
import { isFileAnswer } from './content.js';
import { plainName } from './file-name.js';
import type { Uploads } from './uploads.js';

export interface Attached {
  readonly content: Content;
  readonly messages: readonly Message[];
  /** Attachments that no answer names any more. */
  readonly dropped: readonly string[];
}

/**
 * Makes uploaded files the answers of their questions. A file that is too large or of another type is refused with a message.
 * `asking`: every state of the answers in which the page may have asked for them.
 */
export async function attachUploads(
  asking: readonly Evaluation[],
  here: PageInstance,
  content: Content,
  uploads: Uploads,
  wording: Wording,
): Promise<Attached> {
  if (uploads.received.length === 0) return { content, messages: [], dropped: [] };
  let { answers } = content;
  const files = { ...content.files };
  const messages: Message[] = [];
  const dropped: string[] = [];
  const questions = asking.flatMap((evaluation) => fileQuestions(evaluation, here));
  const used = new Set<string>();
  for (const upload of uploads.received) {
    const question = questions.find(({ position, indices }) => matches(position, indices, upload.input));
    if (!question || question.position.node.kind !== 'field') {
      dropped.push(upload.attachment);
      continue;
    }
    const { position } = question;
    const at = placeOf(question, upload.input, answers, used.has(upload.input));
    used.add(upload.input);
    const { constraints } = question.position.node;
    const accepted = await uploads.accept(upload, { maxSize: constraints.maxSize ?? 0, mediaTypes: constraints.mediaTypes ?? [] });
    // Of a list, what was refused has no place: it is said at the list.
    if (accepted instanceof Refusal) messages.push(refusalMessage(accepted, upload.name, question, wording));
    else if (at === null) messages.push(createMessage('too-many', position, question.indices, wording));
    else {
      const replaced = readAnswer(answers, position, at);
      if (isFileAnswer(replaced)) {
        dropped.push(replaced.attachment);
        delete files[replaced.attachment];
      }
      answers = setAnswer(answers, position, at, accepted.answer);
      files[accepted.answer.attachment] = accepted.secret;
      continue;
    }
    dropped.push(upload.attachment);
  }
  return { content: { ...content, answers, files }, messages, dropped };
}

function refusalMessage({ code, bound }: Refusal, name: string, { position, indices }: Question, wording: Wording): Message {
  return createMessage(code, position, indices, wording, { file: plainName(name), ...(bound === undefined ? {} : { bound }) });
}

interface Question {
  readonly position: Position;
  readonly indices: readonly number[];
}

function fileQuestions(evaluation: Evaluation, { page, indices }: PageInstance): Question[] {
  if (page.kind === 'entries') return [];
  return positionsOf(relevantItems(page.items, evaluation, indices))
    .filter(({ node }) => node.kind === 'field' && node.type === 'file' && !node.locked && !node.hidden)
    .map((position) => ({ position, indices }));
}

const positionsOf = (items: readonly PageItem[]): Position[] =>
  items.flatMap((item) => (item.kind === 'section' ? positionsOf(item.items) : [item.position]));

const listIndex = /\[(\d{1,4})\]$/;

/** `G1[0]/F2` names a question; in a list of files `F3[1]` names its second one. */
function matches(position: Position, indices: readonly number[], input: string): boolean {
  const name = instanceName(position, indices);
  return position.repeated ? listIndex.test(input) && input.replace(listIndex, '') === name : input === name;
}

/**
 * Where the file goes: to its question, or to its place in a list. Of several files from one input the further ones go to the end.
 * Null: the list is full.
 */
function placeOf({ position, indices }: Question, input: string, answers: Answers, again: boolean): readonly number[] | null {
  if (!position.repeated) return indices;
  const list = readAnswer(answers, position, indices);
  const count = Array.isArray(list) ? list.length : 0;
  const index = Number(listIndex.exec(input)?.[1] ?? count);
  if (index < count && !again) return [...indices, index];
  return position.node.max !== null && count >= position.node.max ? null : [...indices, count];
}
