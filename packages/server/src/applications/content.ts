import type { Answer, Answers, AssuranceLevel, CoSignature, Declared, FileAnswer, Language, Prefilled } from '@serviceportal/form-engine';

/** What opens an uploaded file, and proves that it is the one. */
export interface FileSecret {
  /** 32 bytes, base64url. */
  readonly key: string;
  /** Lower-case hex digest of the plain bytes. */
  readonly sha256: string;
}

/** A second person who has signed in. */
export interface CoSigner {
  /** Of the key of the browser in which they did (`coSignerHandle`). */
  readonly lookup: string;
  /** `identityIn` the application. */
  readonly identity: string;
  readonly name: string;
  readonly level: AssuranceLevel;
  /** ISO instant. */
  readonly at: string;
}

/** The part of a draft or application that nobody reads without its key. */
export interface Content {
  readonly answers: Answers;
  /** By attachment id. */
  readonly files: Readonly<Record<string, FileSecret>>;
  readonly language: Language;
  /** How often something was taken out of a list or moved in it. What came after it has another place since, and so another address. */
  readonly removals: number;
  /** What the second person decided, where the service asks for one. */
  readonly coSignature?: CoSignature;
  /** What was declared when submitting; absent: nothing, or it is not submitted. */
  readonly declared?: readonly Declared[];
  /** What was filled in for the person, and from where. */
  readonly prefilled?: Prefilled;
  /** With which account, and how surely, the person signed in; nothing else of it is kept. */
  readonly signedIn?: {
    readonly name: string;
    readonly level: AssuranceLevel;
    /** `identityIn` this application, where two people have to be told apart. */
    readonly identity?: string;
  };
  /** Who the second person is, as long as that browser may sign. */
  readonly coSigner?: CoSigner | undefined;
}

export function contentBytes(content: Content): Buffer {
  return Buffer.from(JSON.stringify(content));
}

export function contentFrom(bytes: Buffer): Content {
  const content = JSON.parse(bytes.toString('utf8')) as Omit<Content, 'removals'> & Partial<Content>;
  return { removals: 0, ...content };
}

export function isFileAnswer(answer: Answer | undefined): answer is FileAnswer {
  return typeof answer === 'object' && !Array.isArray(answer) && typeof (answer as FileAnswer).attachment === 'string';
}

/** The files that answers name, in order. */
export function fileAnswers(answer: Answer | undefined): FileAnswer[] {
  if (isFileAnswer(answer)) return [answer];
  if (typeof answer !== 'object') return [];
  return Object.values(answer as Record<string, Answer>).flatMap(fileAnswers);
}
