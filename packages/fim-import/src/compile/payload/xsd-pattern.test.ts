import { describe, expect, test } from '@jest/globals';
import { validateXML } from 'xmllint-wasm';
import { xsdPattern } from './xsd-pattern.js';

async function matches(pattern: string, value: string): Promise<boolean> {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const xsd = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:simpleType>
    <xs:restriction base="xs:string"><xs:pattern value="${escape(pattern)}"/></xs:restriction></xs:simpleType></xs:element></xs:schema>`;
  const { valid, errors } = await validateXML({ xml: [{ fileName: 'a.xml', contents: `<a>${escape(value)}</a>` }], schema: [xsd] });
  if (errors.some(({ message }) => /regexp|pattern facet.*invalid|parser error/i.test(message) && !message.includes('not accepted'))) {
    throw new Error(errors.map(({ message }) => message).join('\n'));
  }
  return valid;
}

describe('xsdPattern', () => {
  test.each([
    ['([0]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{3}', '01067', '00067'],
    ['[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{1,63}', 'a.b@c.de', 'a.b@c'],
    ['[\\p{L}0-9. ]*', 'Größe 1.', 'a-b'],
    ['(?:ab|cd)\\/\\d+', 'cd/12', 'cd/x'],
    ['\\w+\\$', 'ab$', 'ä$'],
    ['[^\\d]+', 'abc', 'a1'],
    ['\\u0041+', 'AA', 'B'],
  ])('%s means the same in XML Schema', async (pattern, good, bad) => {
    const translated = xsdPattern(pattern) ?? '';
    const own = new RegExp(`^(?:${pattern})$`, 'u');
    expect([own.test(good), own.test(bad)]).toEqual([true, false]);
    expect([await matches(translated, good), await matches(translated, bad)]).toEqual([true, false]);
  });

  test.each(['(?=a)b', '(?<!a)b', '(a)\\1', 'a+?', 'a|^b', '\\bword', '[a&&b]', '(?<name>a)', '[[a-z]--[b]]', '[]', '\\p{Script=Latin}'])(
    '%s cannot be said in XML Schema',
    (pattern) => {
      expect(xsdPattern(pattern)).toBeUndefined();
    },
  );
});
