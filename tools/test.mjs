// npm test: types, lint, import directions, then all tests. In CI a skipped test is a failure: there, everything is at hand.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build, install, root, runTogether, tool } from './workspace.mjs';

const inCi = process.env.CI === 'true';
const only = process.argv.slice(2);
/** Files whose failed tests get a second try. */
const mostTriedAlone = 3;

install();
build();
if (only.length === 0) {
  // Side by side, and each to its end: who reads this wants to know all that is wrong.
  await runTogether([
    [tool('eslint'), ['.', '--max-warnings', '0']],
    [tool('tsc'), []],
    [tool('prettier'), ['--check', '--log-level', 'warn', '.']],
    [tool('depcruise'), ['packages', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']],
    [tool('tsc'), ['-p', 'packages/form-engine/src/browser']],
  ]);
}

const folder = mkdtempSync(join(tmpdir(), 'serviceportal-test-'));

/** Runs Jest and returns what it found. */
function test(name, args) {
  const results = join(folder, name);
  const { status } = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${results}`, ...args],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const found = JSON.parse(readFileSync(results, 'utf8'));
  const files = found.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  return { ...found, files, failed: status !== 0 || found.numFailedTests > 0 || found.numFailedTestSuites > 0 };
}

const namesOf = ({ testResults }, wanted) =>
  testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === wanted).map(({ fullName }) => fullName));

/** What failed: tests, and files in which no test did: they could not be loaded, or their process ended. */
const failuresOf = ({ testResults }) => [
  ...namesOf({ testResults }, 'failed'),
  ...testResults
    .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'))
    .map(({ name }) => relative(root, name)),
];

const runs = [test('results.json', only)];
const [{ numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, files }] = runs;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);

// Some tests measure time and memory or end processes, and a busy machine gets in their way: what failed is tried once more without company.
// It is said, so that somebody looks at it (ADR 0095). Many failures are no accident.
if (only.length === 0 && files.length > 0 && files.length <= mostTriedAlone) runs.push(test('alone.json', ['--runInBand', ...files]));
const broken = runs.at(-1).failed;
if (runs.length > 1) for (const name of failuresOf(runs[0])) console.log(`failed in company${broken ? '' : ', passed alone'}: ${name}`);
const left = new Set(runs.flatMap((found) => namesOf(found, 'pending')));
for (const name of left) console.log(`skipped: ${name}`);
if (inCi && left.size > 0) console.error('In CI no test may be skipped: install what the machine lacks (.ci/run).');
process.exit(broken || (inCi && left.size > 0) ? 1 : 0);
