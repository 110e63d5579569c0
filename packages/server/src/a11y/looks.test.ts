import { expect, it } from '@jest/globals';
import { looksOf } from './looks.test-support.js';

const known = looksOf('<main><p class="a">Eins</p><p class="b">Zwei</p><input type="text" value="x" id="f-1"></main>');
const news = (html: string): number => [...looksOf(html)].filter((look) => !known.has(look)).length;

it('is the same for other words, answers, ids and lengths', () => {
  expect(
    news('<main><p class="a">Drei, und mehr</p><p class="b">Vier</p><input type="text" value="y" id="f-2" maxlength="5"></main>'),
  ).toBe(0);
});

it.each([
  ['another class', '<main><p class="c">Eins</p></main>'],
  ['another kind', '<main><div class="a">Eins</div></main>'],
  ['another state', '<main><p class="a">Eins</p><p class="b">Zwei</p><input type="text" value="x" id="f-1" aria-invalid="true"></main>'],
  ['another place', '<main><div><p class="a">Eins</p></div></main>'],
  ['another neighbour', '<main><p class="b">Zwei</p></main>'],
  ['a style of its own', '<main><p class="a" style="color: red">Eins</p></main>'],
  ['a style sheet of its own', '<main><style>p { color: red }</style></main>'],
])('is new with %s', (_what, html) => {
  expect(news(html)).toBeGreaterThan(0);
});
