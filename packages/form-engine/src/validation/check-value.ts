import type { Value } from '../answers/answers.js';
import type { CodeList } from '../form/form-definition.js';
import type { Constraints, FieldNode } from '../form/form-node.js';
import { isGermanPostcode } from '../form/german-postcode.js';
import { checkWidget } from './check-widget.js';
import { longestText } from './longest-text.js';
import type { MessageCode } from './message.js';

const knownCodes = new WeakMap<CodeList, ReadonlySet<string>>();
const patterns = new Map<string, RegExp>();

function codesOf(list: CodeList): ReadonlySet<string> {
  let codes = knownCodes.get(list);
  if (!codes) knownCodes.set(list, (codes = new Set(list.codes.map(({ code }) => code))));
  return codes;
}

/** HTML `pattern` semantics: the whole value must match; `v` flag, or `u` where the pattern predates it. */
function matches(pattern: string, text: string): boolean {
  let compiled = patterns.get(pattern);
  if (!compiled) {
    try {
      compiled = new RegExp(`^(?:${pattern})$`, 'v');
    } catch {
      compiled = new RegExp(`^(?:${pattern})$`, 'u');
    }
    patterns.set(pattern, compiled);
  }
  return compiled.test(text);
}

/**
 * What is wrong with a value by its field's own bounds; null if nothing.
 * @param allowed the codes that rules leave, if they leave out any
 */
export function checkValue(
  field: FieldNode,
  value: Value,
  codeLists: Readonly<Record<string, CodeList>>,
  allowed?: readonly string[],
): MessageCode | null {
  const { constraints, codeList } = field;
  if (typeof value === 'object') return field.type === 'file' ? null : 'format';
  if (typeof value === 'number') return checkNumber(constraints, value);
  if (typeof value === 'boolean') return null;
  if (field.type === 'select') {
    const list = codeList === undefined ? undefined : codeLists[codeList];
    if (allowed !== undefined && !allowed.includes(value)) return 'not-in-list';
    return list && !codesOf(list).has(value) ? 'not-in-list' : null;
  }
  if (field.type === 'date') {
    if (constraints.earliest !== undefined && value < constraints.earliest) return 'too-early';
    return constraints.latest !== undefined && value > constraints.latest ? 'too-late' : null;
  }
  if (field.type !== 'text') return null;
  const mistake = checkLength(constraints, value) ?? checkWidget(field.widget, value) ?? checkPattern(constraints, value);
  // One message that helps, in place of three on lengths and notation.
  if (isGermanPostcode(field)) return mistake !== null || !/^\d{5}$/.test(value) ? 'postcode' : null;
  return mistake;
}

function checkNumber({ minimum, maximum }: Constraints, value: number): MessageCode | null {
  if (minimum !== undefined && value < minimum) return 'too-small';
  return maximum !== undefined && value > maximum ? 'too-large' : null;
}

function checkLength({ minLength, maxLength }: Constraints, value: string): MessageCode | null {
  const length = [...value].length;
  if (length > Math.min(maxLength ?? longestText, longestText)) return 'too-long';
  return minLength !== undefined && length < minLength ? 'too-short' : null;
}

function checkPattern({ pattern }: Constraints, value: string): MessageCode | null {
  return pattern !== undefined && !matches(pattern, value) ? 'pattern' : null;
}
