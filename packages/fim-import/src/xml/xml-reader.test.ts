import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ElementHandler } from './element-handler.js';
import { FimInputError } from './fim-input-error.js';
import { readXmlText } from './read-xml.js';
import { type XmlElement, collectElement } from './xml-element.js';
import { defaultLimits } from './xml-limits.js';

function read(text: string, limits = defaultLimits): XmlElement {
  let found: XmlElement | undefined;
  readXmlText(
    text,
    'a.xml',
    (tag) =>
      collectElement(
        tag,
        () => true,
        (element) => (found = element),
      ),
    limits,
  );
  if (found === undefined) throw new Error('nothing was read');
  return found;
}

function failure(text: string, limits = defaultLimits): FimInputError {
  try {
    read(text, limits);
  } catch (error) {
    if (error instanceof FimInputError) return error;
    throw error;
  }
  throw new Error('was read');
}

describe('XmlReader', () => {
  test('gives namespaces by URI, never by prefix, and attributes without a namespace', () => {
    const root = read('<p:a xmlns:p="urn:x" b="1" p:b="2"><c/><d xmlns="urn:y"/></p:a>');
    expect([root.namespace, root.name, root.attribute('b')]).toEqual(['urn:x', 'a', '1']);
    expect(root.children.map(({ namespace }) => namespace)).toEqual(['', 'urn:y']);
  });

  test('counts lines and columns from 1, at the end of the start tag', () => {
    const [child] = read('<a>\n  <b>x</b></a>').children;
    expect([child?.line, child?.column]).toEqual([2, 6]);
  });

  test('joins text, CDATA and character references, and keeps text of children out', () => {
    expect(read('<a>1<!-- no --><![CDATA[<2>]]><b>9</b>&#51;&amp;</a>').text).toBe('1<2>3&');
  });

  test('hands nothing to a handler that skips, but still checks what is skipped', () => {
    const seen: string[] = [];
    const handler: ElementHandler = { child: (tag) => (seen.push(tag.name), undefined) };
    readXmlText('<a><b><c/><c/></b><d/></a>', 'a.xml', () => handler);
    expect(seen).toEqual(['b', 'd']);
    expect(() => readXmlText('<a><b><c></b></a>', 'a.xml', () => handler)).toThrow(FimInputError);
  });

  test('refuses a DOCTYPE, so that no entity is ever declared', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>';
    expect(failure(bomb).code).toBe('fim-xml-doctype');
    expect(failure('<a>&y;</a>').code).toBe('fim-xml-invalid');
  });

  test('stops at 200 nested elements, at once, also inside what is skipped', () => {
    const deep = '<a>'.repeat(50_000) + '</a>'.repeat(50_000);
    const start = performance.now();
    expect(failure(deep).code).toBe('fim-xml-too-deep');
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(() => readXmlText(deep, 'a.xml', () => ({}))).toThrow('200 Ebenen');
    expect(read('<a>'.repeat(200) + '</a>'.repeat(200)).name).toBe('a');
  });

  test('limits the size of the file and of one text', () => {
    expect(failure('<a>12345</a>', { ...defaultLimits, bytes: 11 }).code).toBe('fim-xml-too-large');
    expect(failure('<a>12345</a>', { ...defaultLimits, textLength: 4 }).code).toBe('fim-xml-text-too-long');
  });

  test('limits how many elements are read; what is skipped costs nothing and does not count', () => {
    const limits = { ...defaultLimits, elements: 3 };
    expect(failure('<a><b/><b/><b/></a>', limits)).toMatchObject({ code: 'fim-xml-too-many-elements', line: 1, column: 16 });
    expect(() => readXmlText('<a><b><c/><c/><c/></b></a>', 'a.xml', () => ({ child: () => undefined }), limits)).not.toThrow();
  });

  test('names file, line, column and what to do', () => {
    const error = failure('<a>\n<b></c></a>');
    expect([error.code, error.file, error.line]).toEqual(['fim-xml-invalid', 'a.xml', 2]);
    expect(error.message).toMatch(/^a\.xml:2:\d+: Das ist kein wohlgeformtes XML: .*\.$/);
    expect(failure('').code).toBe('fim-file-empty');
    expect(failure('just text').code).toBe('fim-xml-invalid');
  });

  test('says that a file is cut off, wherever it was cut', () => {
    const whole = '<?xml version="1.0"?>\n<a b="1"><c>text &amp; more</c><!-- remark --><d><![CDATA[x]]></d></a>';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
        const { code } = failure(whole.slice(0, length));
        return length > whole.indexOf('>', 30) ? code === 'fim-xml-truncated' : code.startsWith('fim-xml-');
      }),
    );
  });
});
