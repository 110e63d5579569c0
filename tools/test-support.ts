import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from '@jest/globals';

/** The folder of this repository. Tests run from it. */
export const repository = process.cwd();

/** Reference data that is not part of the repository: `SHARED_DIR`, or `shared` beside the checkout. */
export const shared = resolve(process.env.SHARED_DIR ?? join(repository, '..', 'shared'));

const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** Path of a Chromium, if this machine has one. */
export const chromium = process.env.CHROMIUM ?? chromiumPath;

const needs = {
  shared: existsSync(join(shared, 'fim', 'xdf3')),
  chromium: chromium !== undefined,
  qpdf: existsSync('/usr/bin/qpdf'),
  poppler: existsSync('/usr/bin/pdfinfo'),
};

/**
 * `describe`, skipped where the machine lacks what the tests need. The name says so; in CI a skip is a failure
 * (`tools/test.mjs`).
 */
export function describeWith(need: keyof typeof needs, name: string, tests: () => void): void {
  (needs[need] ? describe : describe.skip)(needs[need] ? name : `${name} (needs ${need})`, tests);
}
