// Takes mutants all the way, in a process of its own that may be short of memory: run-mutants FROM COUNT STEP. Writes a line
// of JSON when it begins one, and when one is done.
import { mkdtempSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baseInputs } from './base-inputs.test-support.js';
import { type Mutant, describeMutant, mutantOf } from './mutant.test-support.js';
import type { MutantEvent } from './mutant-run.test-support.js';
import { Random } from './random.test-support.js';
import { referenceData } from './reference-data.test-support.js';
import { type Outcome, codelistAllTheWay, schemaAllTheWay, translatedRulesAllTheWay } from './whole-way.test-support.js';

const [from = 0, count = 1, step = 1] = process.argv.slice(2).map(Number);

/** Written at once: what is buffered is lost when memory runs out. */
const tell = (event: MutantEvent): void => void writeSync(1, `${JSON.stringify(event)}\n`);

const fileNames = { schema: 'schema.xml', codelist: 'list.xml', 'translated-rules': 'rules.json' } as const;

function allTheWay({ kind, number }: Mutant, path: string): Promise<Outcome> {
  const random = new Random(-1 - number);
  if (kind === 'schema') return schemaAllTheWay(path, random);
  return kind === 'codelist' ? codelistAllTheWay(path, random) : translatedRulesAllTheWay(path);
}

async function run(mutant: Mutant, folder: string): Promise<void> {
  const path = join(folder, fileNames[mutant.kind]);
  const { number } = mutant;
  writeFileSync(path, mutant.bytes);
  tell({ began: number, megabytes: mutant.bytes.length / 1_000_000, description: describeMutant(mutant) });
  const before = process.cpuUsage();
  const failure = await allTheWay(mutant, path).then(
    (outcome) => ({ outcome }),
    (error: unknown) => ({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  const { user, system } = process.cpuUsage(before);
  rmSync(path);
  tell({ ended: number, seconds: (user + system) / 1_000_000, ...failure });
}

const folder = mkdtempSync(join(tmpdir(), 'fim-mutants-'));
const bases = baseInputs(referenceData);
for (let number = from; number < from + count * step; number += step) await run(mutantOf(number, bases), folder);
rmSync(folder, { recursive: true });
