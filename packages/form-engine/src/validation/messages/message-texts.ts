import type { MessageCode } from '../message.js';

/** What a message may name. All parts are ready to be read: numbers and dates are already written out. */
export interface MessageParts {
  /** The question. */
  readonly label: string;
  readonly bound?: string;
  readonly example?: string;
  /** Name of the uploaded file. */
  readonly file?: string;
}

/** One sentence for each code: names the field and says what to do. */
export type MessageTexts = Readonly<Record<Exclude<MessageCode, 'rule'>, (parts: MessageParts) => string>>;
