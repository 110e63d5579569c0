import { SaxesParser } from 'saxes';
import { StoreError } from './store-error.js';

export interface ListedObjects {
  readonly objects: readonly { readonly key: string; readonly lastModified: Date }[];
  /** For the next request; null: that was all. */
  readonly next: string | null;
}

const read = ['Key', 'LastModified', 'NextContinuationToken'];

/** The answer of ListObjectsV2 (Amazon S3 API Reference). @throws StoreError where it is none */
export function listedObjects(xml: string): ListedObjects {
  const objects: { key: string; lastModified: Date }[] = [];
  let entry: Record<string, string> = {};
  let next: string | null = null;
  let text = '';
  let root = '';
  const parser = new SaxesParser();
  parser.on('doctype', () => parser.fail('a DOCTYPE has no place here'));
  parser.on('opentag', ({ name }) => {
    root ||= name;
    text = '';
    if (name === 'Contents') entry = {};
  });
  parser.on('text', (part) => (text += part));
  parser.on('closetag', ({ name }) => {
    if (read.includes(name)) entry[name] = text;
    if (name === 'NextContinuationToken') next = text;
    if (name === 'Contents') objects.push({ key: entry['Key'] ?? '', lastModified: new Date(entry['LastModified'] ?? '') });
  });
  try {
    parser.write(xml).close();
  } catch (cause) {
    throw new StoreError('attachment-store-unavailable', 'The object storage answered a list that is no XML.', { cause });
  }
  if (root !== 'ListBucketResult')
    throw new StoreError('attachment-store-unavailable', 'The object storage answered something else than a list.');
  return { objects, next };
}
