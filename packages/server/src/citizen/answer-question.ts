import { fileFormats, fileSize, LifecycleError, uiText } from '@serviceportal/form-engine';
import type { AnswerQuestionView, Language, Link } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import { stateOf } from '../applications/application.js';
import { Refusal } from '../applications/accept-upload.js';
import { answerQuestion } from '../applications/dialogue.js';
import { lettersOf } from '../applications/letters.js';
import type { LetterFile } from '../applications/letters.js';
import { usualMediaTypes } from '../applications/upload-limits.js';
import { plainName } from '../applications/file-name.js';
import { openUploads } from '../applications/uploads.js';
import type { Uploads } from '../applications/uploads.js';
import type { Portal } from '../portal.js';
import { seeOther } from '../security/see-other.js';
import type { CaseAccess, CitizenCase } from './case-access.js';
import { sendPage } from './citizen-request.js';
import { languageOf } from './language.js';
import { mistakesByInput } from './mistakes-by-input.js';
import { receivePost } from './receive-post.js';
import { serviceTitle } from './status.js';

const longestText = 10_000;

/** `GET …/antwort`: the office's question, and room for the answer. */
export function answerPage(portal: Portal, access: CaseAccess): RequestHandler {
  return async (request, response) => {
    const found = await access(portal, request);
    if (stateOf(found.row) !== 'information-requested') return seeOther(response, `${found.base}/stand`);
    await show(portal, request, response, found, { text: '', errors: [] });
  };
}

/** `POST …/antwort`: text and files go to the case. What is refused is said, and nothing is sent. */
export function sendAnswer(portal: Portal, access: CaseAccess): RequestHandler {
  const { check } = portal.formTokens;
  return async (request, response) => {
    const found = await access(portal, request);
    const { office, municipality } = portal;
    const language = languageOf(request, portal.cookies);
    const uploads = openUploads(office, found.row.id);
    try {
      const fields = await receivePost(request, uploads, municipality.uploadLimit);
      check(request, response, () => undefined);
      const text = typeof fields['antwort'] === 'string' ? fields['antwort'].replace(/\r\n/g, '\n').trim() : '';
      const { files, errors } = await acceptFiles(uploads, municipality.uploadLimit, language);
      const problems = [...textProblems(text, files.length + errors.length, language), ...errors];
      if (problems.length > 0) {
        response.status(422);
        return await show(portal, request, response, found, { text, errors: problems });
      }
      if (await answered(portal, found, text, files)) uploads.keep(files.map(({ attachment }) => attachment));
      seeOther(response, `${found.base}/stand`);
    } finally {
      await uploads.dropRest();
    }
  };
}

/** False: it was answered or closed meanwhile; the status says how it stands. */
async function answered({ office }: Portal, { row }: CitizenCase, text: string, files: readonly LetterFile[]): Promise<boolean> {
  try {
    return (await answerQuestion(office, row, { text, files })) !== null;
  } catch (error) {
    if (error instanceof LifecycleError) return false;
    throw error;
  }
}

function textProblems(text: string, files: number, language: Language): Link[] {
  if (text === '' && files === 0) return [{ label: uiText(language, 'answer.missing'), href: '#antwort' }];
  if (text.length <= longestText) return [];
  return [{ label: uiText(language, 'answer.tooLong', { count: longestText }), href: '#antwort' }];
}

async function acceptFiles(uploads: Uploads, maxSize: number, language: Language): Promise<{ files: LetterFile[]; errors: Link[] }> {
  const files: LetterFile[] = [];
  const errors: Link[] = [];
  for (const upload of uploads.received) {
    const accepted = await uploads.accept(upload, { maxSize, mediaTypes: usualMediaTypes });
    if (!(accepted instanceof Refusal)) {
      files.push({ ...accepted.answer, ...accepted.secret });
      continue;
    }
    const words = { name: plainName(upload.name), bound: accepted.bound ?? '' };
    errors.push({ label: uiText(language, `answer.${accepted.code}`, words), href: '#dateien' });
  }
  return { files, errors };
}

async function show(
  portal: Portal,
  request: Request,
  response: Response,
  found: CitizenCase,
  { text, errors }: { readonly text: string; readonly errors: readonly Link[] },
): Promise<void> {
  const language = languageOf(request, portal.cookies);
  const questions = (await lettersOf(portal.office, found.row)).filter(({ kind }) => kind === 'question');
  const view: AnswerQuestionView = {
    serviceTitle: await serviceTitle(portal, found, language),
    reference: found.row.reference,
    question: questions.at(-1)?.text ?? null,
    action: `${found.base}/antwort`,
    text,
    limits: uiText(language, 'file.limits', { types: fileFormats(usualMediaTypes), size: fileSize(portal.municipality.uploadLimit) }),
    accept: usualMediaTypes.join(','),
    backHref: `${found.base}/stand`,
    errors: errors.length > 0 ? { errors } : null,
    mistakes: mistakesByInput(errors),
  };
  const title = uiText(language, 'answer.title');
  sendPage(portal, request, response, 'answer-question', view, { title, language, path: `${found.base}/antwort`, personal: true });
}
