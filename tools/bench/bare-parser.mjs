import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The least that reading costs: the XML parser over the bytes of a file, with handlers that count. */
export async function parserOf(file) {
  const { SaxesParser } = createRequire(join(root, 'packages/fim-import/package.json'))('saxes');
  const parser = new SaxesParser({ xmlns: true });
  let seen = 0;
  parser.on('opentag', () => (seen += 1));
  parser.on('text', (text) => (seen += text.length));
  parser.on('error', (error) => {
    throw error;
  });
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) parser.write(chunk);
  parser.close();
  return seen;
}
