import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { readArchive, writeArchive } from './archive.js';
import { canonicalJson } from './canonical-json.js';
import { compile, errorOf } from './package.test-support.js';

describe('the archive', () => {
  const pkg = compile();

  test('is read back as it was written, frozen', () => {
    const read = readArchive(writeArchive(pkg));
    expect(read).toEqual(pkg);
    expect(Object.isFrozen(read.form.children)).toBe(true);
    expect(writeArchive(read)).toBe(writeArchive(pkg));
  });

  test('is named by the SHA-256 of the canonical JSON of everything but the digest', () => {
    const { digest, ...content } = pkg;
    expect(digest).toBe(`sha256:${createHash('sha256').update(canonicalJson(content)).digest('hex')}`);
  });

  test('that was changed is refused', () => {
    const changed = writeArchive(pkg).replace('"title":"Probe"', '"title":"Prob"');
    expect(errorOf(() => readArchive(changed)).code).toBe('package-archive-digest');
  });

  test('may be written in another layout: the content counts', () => {
    expect(readArchive(JSON.stringify(JSON.parse(writeArchive(pkg)), null, 2)).digest).toBe(pkg.digest);
  });

  test.each(['', '[]', 'null', '{"format":"serviceportal/service-package@2"}', '<xml/>'])('that is none is refused: %j', (json) => {
    expect(errorOf(() => readArchive(json)).code).toBe('package-archive-format');
  });
});
