const member = String.raw`\\[dDwWsSnrt.+*?()[\]{}|^$/\\-]|\\p\{[A-Za-z_=]+\}`;
const set = String.raw`\[\^?(?:${member}|[^\\[\]&~-]|-(?!-))+\]`;
const piece = String.raw`(?:${member}|${set}|[^\\.^$|()[\]{}*+?]|\.)`;
const counted = String.raw`${piece}(?:\{\d{1,5}\})?`;
const plain = new RegExp(String.raw`^(?:${counted})*(?:${piece}(?:[*+?]|\{\d{1,5},\d{0,5}\})(?:${counted})*)?$`, 'u');

/**
 * Characters and sets one after the other, at most one of them repeated any number of times: `[A-Z]{2}[0-9]{1,11}`. There is at most
 * one way to match a text of a given length, so nothing needs to be tried twice.
 */
export const isPlain = (pattern: string): boolean => plain.test(pattern);
