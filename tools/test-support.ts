import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { describe } from '@jest/globals';

/** The folder of this repository. Tests run from it. */
export const repository = process.cwd();

/** Reference data that is not part of the repository: `SHARED_DIR`, or `shared` beside the checkout. */
export const shared = resolve(process.env.SHARED_DIR ?? join(repository, '..', 'shared'));

// The shell is Chromium without its windows: what the tests need, at half the work.
const chromiumPath = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
  .map((name) => join('/usr/bin', name))
  .find((path) => existsSync(path));

/** Path of a Chromium, if this machine has one. */
export const chromium = process.env.CHROMIUM ?? chromiumPath;

const postgresSocket = '/var/run/postgresql';
const localPostgres = existsSync(join(postgresSocket, '.s.PGSQL.5432'))
  ? `postgres:///postgres?host=${postgresSocket}&user=${userInfo().username}`
  : undefined;
/** A PostgreSQL server on which tests may make databases: `SERVICEPORTAL_TEST_POSTGRES`, or the one of this machine. */
export const postgres = process.env.SERVICEPORTAL_TEST_POSTGRES ?? localPostgres;

const needs = {
  shared: existsSync(join(shared, 'fim', 'xdf3')),
  chromium: chromium !== undefined,
  qpdf: existsSync('/usr/bin/qpdf'),
  poppler: existsSync('/usr/bin/pdfinfo'),
  postgres: postgres !== undefined,
  openssl: existsSync('/usr/bin/openssl'),
  systemd: existsSync('/usr/bin/systemd-analyze'),
};

/**
 * `describe`, skipped where the machine lacks what the tests need. The name says so; in CI a skip is a failure
 * (`tools/test.mjs`).
 */
export function describeWith(need: keyof typeof needs, name: string, tests: () => void): void {
  (needs[need] ? describe : describe.skip)(needs[need] ? name : `${name} (needs ${need})`, tests);
}
