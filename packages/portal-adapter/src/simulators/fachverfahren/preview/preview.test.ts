import { describe, expect, test } from '@jest/globals';
import { isPreviewed, preview } from './preview.js';

const text = (content: string) => ({ entries: null, items: null, text: content });

describe('preview', () => {
  test('JSON as nested entries, in order, with numbered lists', () => {
    const content = '{"b":{"ja":true,"leer":null},"a":["x",7],"keine":[]}';
    expect(preview('a.json', 'application/json', content).value?.entries).toEqual([
      {
        name: 'b',
        value: {
          entries: [
            { name: 'ja', value: text('ja') },
            { name: 'leer', value: text('–') },
          ],
          items: null,
          text: null,
        },
      },
      { name: 'a', value: { entries: null, items: [text('x'), text('7')], text: null } },
      { name: 'keine', value: text('[]') },
    ]);
  });

  test('JSON that is nested deeply', () => {
    const deep = '['.repeat(500) + ']'.repeat(500);
    expect(JSON.stringify(preview('a.json', 'application/json', deep).value)).toContain('[[[');
  });

  test('CSV with semicolons, quotes, a byte order mark and decimal commas', () => {
    const content = '\ufeffName;Betrag\r\n"Groß; ""Jörg""";120,50\r\nRex\r\n';
    expect(preview('a.csv', 'text/csv; charset=utf-8', content).table).toEqual({
      head: ['Name', 'Betrag'],
      rows: [['Groß; "Jörg"', '120,50'], ['Rex']],
    });
  });

  test('CSV with commas', () => {
    expect(preview('a.csv', 'text/csv', 'a,b\n1,2').table).toEqual({ head: ['a', 'b'], rows: [['1', '2']] });
  });

  test('XML indented, entities and leading zeros as they are', () => {
    const content = '<a:x xmlns:a="urn:x"><a:n k="&quot;1&quot;">000123 &amp; mehr</a:n><!--c--><a:n/></a:x>';
    expect(preview('a.xml', 'application/xml', content).text?.split('\n')).toEqual([
      '<a:x xmlns:a="urn:x">',
      '  <a:n k="&quot;1&quot;">000123 &amp; mehr</a:n>',
      '  <!--c-->',
      '  <a:n></a:n>',
      '</a:x>',
    ]);
  });

  test.each([
    ['application/json', '{"a":'],
    ['application/xml', '<a><b></a>'],
    ['text/csv', 'a;b\n"never closed'],
  ])('%s that is not what it says, as text', (mediaType, content) => {
    expect(preview('x', mediaType, content)).toMatchObject({ text: content, note: expect.stringContaining('nicht so aufgebaut') });
  });

  test('knows what it can show', () => {
    expect(['application/json', 'application/fim+xml', 'text/csv', 'text/xml'].every(isPreviewed)).toBe(true);
    expect(['application/pdf', 'text/html', 'image/svg', 'application/octet-stream'].some(isPreviewed)).toBe(false);
  });
});
