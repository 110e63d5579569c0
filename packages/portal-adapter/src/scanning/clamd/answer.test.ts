import { expect, it } from '@jest/globals';
import { findingOf } from './answer.js';

const said = (text: string, complete = true) => findingOf({ text, complete });

it('takes the answers of clamd(8)', () => {
  expect(said('stream: OK')).toEqual({ kind: 'clean' });
  expect(said('stream: Win.Test.EICAR_HDB-1 FOUND')).toEqual({ kind: 'found', name: 'Win.Test.EICAR_HDB-1' });
  // ExtendedDetectionInfo
  expect(said('stream: Eicar(44d88612fea8a8f36de82e1278abb02f:68) FOUND')).toMatchObject({ kind: 'found' });
});

it('keeps a name printable and short', () => {
  const finding = said(`stream: \u001b[31m${'x'.repeat(900)} FOUND`);
  expect(finding).toEqual({ kind: 'found', name: expect.stringMatching(/^\?\[31mx+$/) });
  expect(finding.kind === 'found' && finding.name.length).toBe(200);
});

it.each(['', 'OK', 'stream: OK\n', 'stream: ok', 'stream: FOUND', 'stream: OK FOUND x', 'PONG', 'x stream: OK'])(
  'calls nothing clean by the word "%s"',
  (text) => expect(() => said(text)).toThrow('does not speak'),
);

it('believes no answer that came before the end of the file or broke off', () => {
  expect(() => said('stream: OK', false)).toThrow('broke off');
  expect(() => said('stream: Eicar FOUND', false)).toThrow('broke off');
});

it('takes the size limit also where clamd hangs up before the end', () => {
  expect(() => said('INSTREAM size limit exceeded. ERROR', false)).toThrow('StreamMaxLength');
});
