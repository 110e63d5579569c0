import { say } from '../language.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { type Block, blocksOf, webAddress } from './html-blocks.js';
import type { LeistungOpenItem, LeistungText, Leistungsbeschreibung } from './leistungsbeschreibung.js';
import { headings, plainHeading } from './textmodule.js';

/**
 * Reads a service description as the PVOG answers `/v6/servicedescriptions/{id}/detail`: `name`, `details` with `title`, `text` (HTML)
 * and `links`, `organisations`. The PVOG publishes no schema; what is not of this shape is left out or an open item.
 * @param leika the key by which it was found: the answer itself does not give it
 * @throws FimInputError `fim-not-leistung`
 */
export function readPvog(json: unknown, file: string, leika: readonly string[] = []): Leistungsbeschreibung {
  const fields = fieldsOf(json);
  const name = textOf(fields.get('name'));
  const details = fields.get('details');
  if (name === '' || !Array.isArray(details)) {
    const reason = {
      de: 'Das ist keine Leistungsbeschreibung des PVOG: name und details fehlen.',
      en: 'This is no service description of the PVOG: name and details are missing.',
    };
    throw new FimInputError('fim-not-leistung', file, say(reason));
  }
  const texts: LeistungText[] = [{ topic: 'plainTitle', language: 'de', blocks: blocksOf(name) }];
  const openItems: LeistungOpenItem[] = [];
  for (const detail of details as readonly unknown[]) {
    const part = fieldsOf(detail);
    const title = textOf(part.get('title'));
    const blocks = [...blocksOf(textOf(part.get('text'))), ...linksIn(part.get('links'))];
    const key = plainHeading(title);
    const topic = Object.hasOwn(headings, key) ? headings[key] : undefined;
    if (blocks.length === 0) continue;
    if (topic !== undefined) texts.push({ topic, language: 'de', blocks });
    else {
      const message = {
        de: `Die Überschrift „${title}“ ist nicht bekannt; ihr Text wird nicht übernommen`,
        en: `The heading “${title}” is not known; its text is not carried over`,
      };
      openItems.push({ message: say(message), source: textOf(part.get('text')).slice(0, 2_000) });
    }
  }
  const offices = listOf(fields.get('organisations')).flatMap((organisation) => textOf(fieldsOf(organisation).get('title')) || []);
  if (offices.length > 0 && !texts.some(({ topic }) => topic === 'office')) {
    texts.push({ topic: 'office', language: 'de', blocks: offices.flatMap(blocksOf) });
  }
  const id = textOf(fields.get('id'));
  return { ...(id !== '' && { id }), leika, texts, openItems };
}

function linksIn(links: unknown): readonly Block[] {
  return listOf(links).flatMap((link): Block[] => {
    const address = webAddress(textOf(fieldsOf(link).get('uri')));
    const title = blocksOf(textOf(fieldsOf(link).get('title')))[0];
    if (address === undefined) return [];
    return [{ paragraph: { text: title !== undefined && 'paragraph' in title ? title.paragraph.text : address, link: address } }];
  });
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : new Map();

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
