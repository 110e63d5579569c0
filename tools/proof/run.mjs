// Runs the proofs, says what came of each, and writes the page. Ends with 1 where something was not as promised.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace.mjs';
import { faultMatrix } from './fault-matrix.mjs';
import { page } from './page.mjs';
import { outages } from './outages.mjs';
import { storm } from './storm.mjs';
import { isSound } from './tally.mjs';
import { throughput } from './throughput.mjs';

const report = (what) => process.stdout.write(`${what} `);

/** So many times more may a submit or an inbox page cost with a hundred times more stored applications. */
const mostGrowth = 1.5;

const proofs = {
  matrix: async () => {
    const results = await faultMatrix({ report });
    return { results, sound: results.every((result) => isSound(result) && result.missed.length === 0) };
  },
  storm: async () => {
    const result = await storm({ report });
    return { result, sound: isSound(result) && result.moving === 0 };
  },
  outages: async () => {
    const rows = await outages({ report });
    return { rows, sound: rows.every((row) => row.skipped || isSound(row)) };
  },
  throughput: async () => {
    const result = await throughput({ report });
    return { ...result, sound: result.growth <= mostGrowth };
  },
};

const chosen = process.argv.slice(2).filter((argument) => argument in proofs);
const unknown = process.argv.slice(2).filter((argument) => !(argument in proofs));
if (unknown.length > 0) {
  console.error(`There is no proof ${unknown.join(', ')}. There are: ${Object.keys(proofs).join(', ')}.`);
  process.exit(2);
}

// Kept one by one: the whole takes half an hour, and a part may be run again by itself.
const kept = join(root, 'build', 'proof');
mkdirSync(kept, { recursive: true });
const fileOf = (name) => join(kept, `${name}.json`);

const outcome = {};
for (const name of chosen.length > 0 ? chosen : Object.keys(proofs)) {
  console.log(`\n${name}:`);
  const begun = performance.now();
  const came = await proofs[name]();
  outcome[name] = { ...came, seconds: Math.round((performance.now() - begun) / 1000), on: new Date().toISOString().slice(0, 10) };
  writeFileSync(fileOf(name), JSON.stringify(outcome[name], null, 2));
  console.log(came.sound ? '\n  as promised' : '\n  NOT as promised');
}
console.log(`\n${page(outcome)}`);
const names = Object.keys(proofs).filter((name) => existsSync(fileOf(name)));
const all = Object.fromEntries(names.map((name) => [name, JSON.parse(readFileSync(fileOf(name), 'utf8'))]));
writeFileSync(join(root, 'docs', 'proof.md'), page(all));
process.exit(Object.values(outcome).every(({ sound }) => sound) ? 0 : 1);
