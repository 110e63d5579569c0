import { germanDate } from '../answers/display-value.js';
import { instanceName } from '../form/instance-name.js';
import type { FormNode } from '../form/form-node.js';
import type { Position } from '../form/form.js';
import type { Wording } from '../form/wording.js';
import { longestText } from './longest-text.js';
import type { Message, MessageCode } from './message.js';
import { de } from './messages/de.js';
import { deSimple } from './messages/de-simple.js';
import { en } from './messages/en.js';

const catalogues = { de, en, 'de-simple': deSimple } as const;
const number = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 10 });
const megabytes = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });

/** Bytes as people read them: 10 MB. */
export const fileSize = (bytes: number): string =>
  bytes >= 1e6 ? `${megabytes.format(bytes / 1e6)} MB` : `${megabytes.format(Math.max(bytes / 1e3, 0.1))} kB`;

/** Names of file formats as people know them: PDF, JPEG, PNG. */
export const fileFormats = (mediaTypes: readonly string[]): string =>
  mediaTypes.map((type) => (type.split('/')[1] ?? type).replace(/^x-|;.*$/g, '').toUpperCase()).join(', ');

function boundOf(code: MessageCode, node: FormNode): string | undefined {
  const { minLength, maxLength, minimum, maximum, earliest, latest, maxSize, mediaTypes } = node.kind === 'field' ? node.constraints : {};
  switch (code) {
    case 'too-short':
      return number.format(minLength ?? 1);
    case 'too-long':
      return number.format(Math.min(maxLength ?? longestText, longestText));
    case 'too-small':
      return minimum === undefined ? undefined : number.format(minimum);
    case 'too-large':
      return maximum === undefined ? undefined : number.format(maximum);
    case 'too-early':
      return earliest && germanDate(earliest);
    case 'too-late':
      return latest && germanDate(latest);
    case 'too-few':
      return String(node.min);
    case 'too-many':
      return String(node.max ?? '');
    case 'file-size':
      return maxSize === undefined ? undefined : fileSize(maxSize);
    case 'file-type':
      return mediaTypes && fileFormats(mediaTypes);
    default:
      return undefined;
  }
}

const examples: Readonly<Record<string, string>> = {
  email: 'name@beispiel.de',
  postcode: '12345',
  iban: 'DE02 1203 0000 0000 2020 51',
  tel: '0123 456789',
};

function exampleOf(node: FormNode): string | undefined {
  if (node.kind !== 'field') return undefined;
  if (node.type === 'integer') return '12';
  if (node.type === 'time') return '9:30';
  return node.widget === undefined ? undefined : examples[node.widget];
}

/**
 * A message about one instance, in the wording's language. `bound` replaces the one from the field, e.g. a default limit; `file`:
 * which of the uploaded files is meant.
 */
export function createMessage(
  code: MessageCode,
  position: Position,
  indices: readonly number[],
  wording: Wording,
  { bound, file }: { readonly bound?: string; readonly file?: string } = {},
): Message {
  const label = wording.label(position);
  const limit = bound ?? boundOf(code, position.node);
  const example = exampleOf(position.node);
  const text =
    code === 'rule'
      ? label
      : catalogues[wording.language][code]({
          label,
          ...(limit === undefined ? {} : { bound: limit }),
          ...(example === undefined ? {} : { example }),
          ...(file === undefined ? {} : { file }),
        });
  return { code, position, indices, name: instanceName(position, indices), text };
}
