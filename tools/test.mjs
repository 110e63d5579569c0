// npm test: types, lint, import directions, then all tests. In CI a skipped test is a failure: there, everything is at hand.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, root, runTogether, tool } from './workspace.mjs';

const inCi = process.env.CI === 'true';
const only = process.argv.slice(2);

install();
build();
if (only.length === 0) {
  // Side by side, and each to its end: who reads this wants to know all that is wrong.
  await runTogether([
    [tool('eslint'), ['.', '--max-warnings', '0']],
    [tool('tsc'), ['-p', 'tsconfig.lint.json']],
    [tool('prettier'), ['--check', '--log-level', 'warn', '.']],
    [tool('depcruise'), ['packages', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']],
    [tool('tsc'), ['-p', 'packages/form-engine/src/browser']],
  ]);
}

const results = join(mkdtempSync(join(tmpdir(), 'serviceportal-test-')), 'results.json');
const jest = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${results}`, ...only],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
const {
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numFailedTestSuites: brokenSuites,
  testResults,
} = JSON.parse(readFileSync(results, 'utf8'));
for (const { assertionResults } of testResults) {
  for (const { status, fullName } of assertionResults) if (status === 'pending') console.log(`skipped: ${fullName}`);
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
const failure = jest.status !== 0 || failed > 0 || brokenSuites > 0;
if (inCi && skipped > 0) console.error('In CI no test may be skipped: install what the machine lacks (.ci/run).');
process.exit(failure || (inCi && skipped > 0) ? 1 : 0);
