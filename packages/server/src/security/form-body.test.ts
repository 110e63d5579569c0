import { expect, it } from '@jest/globals';
import express from 'express';
import type { ErrorRequestHandler } from 'express';
import request from 'supertest';
import { formBody } from './form-body.js';

const failed: ErrorRequestHandler = (error: { readonly status?: number }, _request, response, next) => {
  if (error.status === undefined) return next(error);
  response.sendStatus(error.status);
};
const app = express();
app.post('/', formBody('1kb', 3), (incoming, response) => {
  const body: unknown = incoming.body;
  response.json({ entries: Object.entries(body ?? {}), plain: body === undefined ? null : Object.getPrototypeOf(body) === null });
});
app.use(failed);

const form = 'application/x-www-form-urlencoded';
const send = (body: string, type = form) => request(app).post('/').set('Content-Type', type).send(body);

it('reads names and values as browsers write them, several of one name as a list', async () => {
  const { body } = await send('G1%5B0%5D%2FF2=M%C3%BCller+%26+S%C3%B6hne&a=1&a=2');
  expect(body).toEqual({
    entries: [
      ['G1[0]/F2', 'Müller & Söhne'],
      ['a', ['1', '2']],
    ],
    plain: true,
  });
});

it('knows no names but those that were sent', async () => {
  expect((await send('__proto__=x&toString=y')).body).toEqual({
    entries: [
      ['__proto__', 'x'],
      ['toString', 'y'],
    ],
    plain: true,
  });
});

it('takes broken escapes as they stand', async () => {
  expect((await send('a=100%&b=%zz')).body).toMatchObject({
    entries: [
      ['a', '100%'],
      ['b', '%zz'],
    ],
  });
});

it('reads an empty form', async () => {
  expect((await send('')).body).toMatchObject({ entries: [] });
});

it('refuses what is too long or has too many fields', async () => {
  expect((await send('a=1&b=2&c=3')).status).toBe(200);
  expect((await send('a=1&b=2&c=3&d=4')).status).toBe(413);
  expect((await send(`a=${'x'.repeat(2000)}`)).status).toBe(413);
});

it('leaves other posts alone', async () => {
  expect((await send('{"a":1}', 'application/json')).body).toEqual({ entries: [], plain: null });
});

it('takes letters in UTF-8 only, as the pages are written', async () => {
  for (const charset of ['utf-8', 'UTF-8', '"utf-8"']) {
    expect((await send('a=M%C3%BCller', `${form}; charset=${charset}`)).body).toMatchObject({ entries: [['a', 'Müller']] });
  }
  for (const charset of ['iso-8859-1', 'utf-16le', 'utf-7', '"windows-1252"', '']) {
    expect((await send('a=M%FCller', `${form};charset=${charset}`)).status).toBe(415);
  }
  const { body } = await send('a=1+ACY-b=2', `${form};charset=utf-8;charset=utf-7`);
  expect(body).toMatchObject({ entries: [['a', '1 ACY-b=2']] });
});
