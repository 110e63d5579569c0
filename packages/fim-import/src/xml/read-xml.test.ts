import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { StopReading } from './element-handler.js';
import { readXmlFile, readXmlStream } from './read-xml.js';
import { type XmlElement, collectElement } from './xml-element.js';
import { defaultLimits } from './xml-limits.js';

async function textOf(chunks: readonly Uint8Array[]): Promise<string> {
  let found: XmlElement | undefined;
  await readXmlStream(chunks, 'a.xml', (tag) =>
    collectElement(
      tag,
      () => true,
      (element) => (found = element),
    ),
  );
  return found?.text ?? '';
}

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding);

describe('readXmlStream', () => {
  test('does not care where the bytes are cut', async () => {
    const whole = bytes('<a>Straße 🐕 €</a>');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: whole.length }), { maxLength: 6 }), async (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), whole.length];
        const chunks = places.slice(1).map((end, index) => whole.subarray(places[index], end));
        expect(await textOf(chunks)).toBe('Straße 🐕 €');
      }),
    );
  });

  test('reads the encodings that real files have', async () => {
    expect(await textOf([bytes('\ufeff<a>ß</a>')])).toBe('ß');
    expect(await textOf([bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>ß</a>', 'latin1')])).toBe('ß');
    expect(await textOf([bytes('\ufeff<a>ß</a>', 'utf16le')])).toBe('ß');
  });

  test.each([
    ['fim-file-empty', []],
    ['fim-file-compressed', [Buffer.from([0x1f, 0x8b, 8, 0])]],
    ['fim-file-compressed', [Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])]],
    ['fim-file-encoding', [Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe])]],
    ['fim-file-encoding', [bytes('<?xml version="1.0" encoding="klingon"?><a/>')]],
  ])('%s', async (code, chunks) => {
    await expect(textOf(chunks)).rejects.toMatchObject({ code });
  });

  test('reads no further than its size limit', async () => {
    let given = 0;
    const endless = function* (): Generator<Uint8Array> {
      yield bytes('<a>');
      for (;;) {
        given++;
        yield bytes(' '.repeat(1_000));
      }
    };
    const read = readXmlStream(endless(), 'a.xml', () => ({}), { ...defaultLimits, bytes: 10_000 });
    await expect(read).rejects.toMatchObject({ code: 'fim-xml-too-large' });
    expect(given).toBe(10);
  });

  test('stops when a handler has seen enough', async () => {
    await readXmlStream([bytes('<a>'), bytes('</nonsense>')], 'a.xml', () => {
      throw new StopReading();
    });
  });
});

describe('readXmlFile', () => {
  test.each([
    ['/no/such/file.xml', 'fim-file-unreadable'],
    ['/tmp', 'fim-file-unreadable'],
  ])('%s cannot be read', async (path, code) => {
    await expect(readXmlFile(path, () => ({}))).rejects.toMatchObject({ code, file: path });
  });
});
