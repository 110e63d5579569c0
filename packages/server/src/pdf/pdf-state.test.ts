import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { sampleFiles } from '../try/values/sample-files.js';
import { pdfState } from './pdf-state.js';

const plain = Buffer.from(sampleFiles[0]?.bytes ?? []);
// In small pieces, as files arrive.
const stateOf = (bytes: Buffer): Promise<string> =>
  pdfState(() =>
    Readable.from(Array.from({ length: Math.ceil(bytes.length / 100) }, (_none, at) => bytes.subarray(at * 100, at * 100 + 100))),
  );

describe('a PDF', () => {
  it('is whole from its header to its last line', async () => {
    await expect(stateOf(plain)).resolves.toBe('whole');
    await expect(stateOf(Buffer.concat([Buffer.from('x'.repeat(900)), plain]))).resolves.toBe('whole');
    await expect(stateOf(Buffer.concat([plain, Buffer.from('\n% von einem Scanner\n')]))).resolves.toBe('whole');
  });

  it.each([
    ['cut off', plain.subarray(0, -80)],
    ['without its beginning', plain.subarray(200)],
    ['without a table', Buffer.from('%PDF-1.4\n%%EOF\n')],
    ['with a table beyond its end', Buffer.from('%PDF-1.4\nstartxref\n99999\n%%EOF\n')],
    ['with a large file of another kind behind it', Buffer.concat([plain, Buffer.alloc(10_000, 'PK')])],
    ['empty but for its header', Buffer.from('%PDF-1.7')],
  ])('is broken: %s', async (_what, bytes) => {
    await expect(stateOf(bytes)).resolves.toBe('broken');
  });

  it('counts as locked where it is encrypted in a way nobody describes', async () => {
    const locked = (dictionary: string) =>
      Buffer.from(plain.toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R${dictionary}`), 'latin1');
    await expect(stateOf(locked('/Encrypt<</Filter/Eigenbau/V 9>>'))).resolves.toBe('encrypted');
    await expect(stateOf(locked('/Encrypt 77 0 R'))).resolves.toBe('encrypted');
    await expect(stateOf(locked('/Encrypt<</Filter/Standard/R 6/O()/U()/P 0>>'))).resolves.toBe('encrypted');
  });

  // Ends long before the time is over, also on a busy machine; what grows with the square of the length would not.
  it('comes to an end, whatever is written in it', async () => {
    const mean = ['trailer ', '1 0 obj ', '(', '<<', '/Encrypt 1 0 R ', '\\', 'startxref '].map((text) => text.repeat(200_000));
    for (const text of mean) {
      const file = Buffer.from(`%PDF-1.4\n${text}\ntrailer<</Encrypt 1 0 R>>\nstartxref\n9\n%%EOF\n`);
      await expect(pdfState(() => Readable.from([file]))).resolves.toMatch(/^(broken|encrypted|whole)$/);
    }
  }, 120_000);
});

describeWith('qpdf', 'an encrypted PDF', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  const encrypted = (options: readonly string[], more: readonly string[] = []): Buffer => {
    const [from, to] = [join(folder, 'plain.pdf'), join(folder, 'locked.pdf')];
    writeFileSync(from, plain);
    execFileSync('qpdf', ['--warning-exit-0', '--allow-weak-crypto', ...more, '--encrypt', ...options, '--', from, to], {
      stdio: 'ignore',
    });
    return readFileSync(to);
  };
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ['RC4, 40 bits (revision 2)', ['40']],
    ['RC4, 128 bits (revision 3)', ['128', '--use-aes=n']],
    ['AES, 128 bits (revision 4)', ['128', '--use-aes=y']],
    ['AES, metadata readable', ['128', '--use-aes=y', '--cleartext-metadata']],
    ['AES, 256 bits (revision 5)', ['256', '--force-R5']],
    ['AES, 256 bits (revision 6)', ['256']],
  ];

  it.each(kinds)('opens where only changes are locked: %s', async (_kind, options) => {
    await expect(stateOf(encrypted(['', 'Amt', ...options]))).resolves.toBe('whole');
    await expect(stateOf(encrypted(['', 'Amt', ...options], ['--object-streams=generate', '--linearize']))).resolves.toBe('whole');
  });
  it.each(kinds)('is locked where it asks for a password: %s', async (_kind, options) => {
    await expect(stateOf(encrypted(['geheim', 'Amt', ...options]))).resolves.toBe('encrypted');
    await expect(stateOf(encrypted(['geheim', 'Amt', ...options], ['--object-streams=generate', '--linearize']))).resolves.toBe(
      'encrypted',
    );
  });
});
