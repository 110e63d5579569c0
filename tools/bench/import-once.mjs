// One measurement of reading a schema, in a process of its own: import-once.mjs (parser|read|compile) FILE. Prints JSON:
// milliseconds of the first read and of a warm one, peak memory above idle in MB. `fields FILE` counts its fields instead.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parserOf } from './bare-parser.mjs';

const [what, file] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const warmRuns = 15;

const memory = (name) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1000;

async function reader() {
  if (what === 'parser') return () => parserOf(file);
  const { readSchema, previewPackage } = await import(join(root, 'packages/fim-import/dist/index.js'));
  return what === 'read' ? () => readSchema(file) : () => previewPackage(file);
}

if (what === 'fields') {
  const { previewPackage } = await import(join(root, 'packages/fim-import/dist/index.js'));
  const count = (nodes) => nodes.reduce((sum, node) => sum + (node.kind === 'group' ? count(node.children) : 1), 0);
  console.log(JSON.stringify({ fields: count((await previewPackage(file)).form.children) }));
  process.exit(0);
}

const read = await reader();
const idle = memory('VmRSS');
const timed = async () => {
  const start = performance.now();
  await read();
  return performance.now() - start;
};
const cold = await timed();
const peak = memory('VmHWM') - idle;
const times = [];
for (let run = 0; run < warmRuns; run += 1) times.push(await timed());
const late = times.slice(warmRuns / 2).sort((a, b) => a - b);
console.log(JSON.stringify({ cold, warm: late[Math.floor(late.length / 2)], peak, peakWarm: memory('VmHWM') - idle }));
