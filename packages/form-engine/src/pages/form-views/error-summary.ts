import type { Message } from '../../validation/message.js';
import type { ErrorSummaryView } from '../views.js';
import { inputAnchor } from './input-id.js';

/** The list of mistakes at the top, each a link to its input; null without mistakes. */
export function errorSummary(messages: readonly Message[]): ErrorSummaryView | null {
  if (messages.length === 0) return null;
  return { errors: messages.map(({ name, text }) => ({ label: text, href: inputAnchor(name) })) };
}
