// npm run fuzz [-- COUNT [FROM]]: takes mutants all the way in two processes and says what failed. npm run fuzz -- show NUMBER
// writes one mutant to the folder it is called from.
import { writeFileSync } from 'node:fs';
import { baseInputs } from './base-inputs.test-support.js';
import { describeMutant, mutantOf } from './mutant.test-support.js';
import { runMutants } from './mutant-run.test-support.js';
import { referenceData } from './reference-data.test-support.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function show(number: number): void {
  const mutant = mutantOf(number, baseInputs(referenceData));
  const file = `mutant-${number}.${mutant.kind === 'translated-rules' ? 'json' : 'xml'}`;
  writeFileSync(file, mutant.bytes);
  say(`${file}: ${describeMutant(mutant)}`);
}

async function fuzz(count: number, from: number): Promise<void> {
  const start = performance.now();
  const half = Math.ceil(count / 2);
  const runs = await Promise.all([runMutants(from, half, 2), runMutants(from + 1, count - half, 2)]);
  const failures = runs.flatMap((run) => run.failures);
  for (const failure of failures) say(failure);
  const [model, refused] = [runs.reduce((sum, run) => sum + run.model, 0), runs.reduce((sum, run) => sum + run.refused, 0)];
  say(
    `\n${count} mutants from ${from} on: ${model} read, ${refused} refused, ${failures.length} failed, in ${Math.round((performance.now() - start) / 1000)} s`,
  );
  say('Most processor time:');
  const slowest = runs.flatMap((run) => run.slowest).sort((a, b) => b.seconds - a.seconds);
  for (const { seconds, description } of slowest.slice(0, 10)) say(`  ${seconds.toFixed(2)} s  ${description}`);
  if (failures.length > 0) process.exitCode = 1;
}

const [first = '10000', second = '0'] = process.argv.slice(2);
if (first === 'show') show(Number(second));
else await fuzz(Number(first), Number(second));
