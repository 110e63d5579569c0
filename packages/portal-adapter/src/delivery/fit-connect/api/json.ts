import type { Answer } from '../../http/exchange.js';

/** Any JSON type (RFC 6839): the routing interface answers some questions as problem+json. */
export function isJson(answer: Pick<Answer, 'contentType'>): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(answer.contentType);
}

/** What the answer says; undefined where it is no JSON. */
export function jsonOf(answer: Pick<Answer, 'contentType' | 'text'>): unknown {
  return isJson(answer) ? parsedJson(answer.text) : undefined;
}

export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
