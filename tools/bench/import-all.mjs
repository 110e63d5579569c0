// Every schema of the reference data in one process: import-all.mjs parser|import FILE… Prints JSON: milliseconds and bytes of each
// file, the heap that is in use after each file, and the greatest memory above idle, in MB. Run with --expose-gc.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parserOf } from './bare-parser.mjs';

const [what, lists, ...files] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const memory = (name) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1000;

async function importer() {
  if (what === 'parser') return parserOf;
  const { compileServicePackage } = await import(join(root, 'packages/fim-import/dist/index.js'));
  const { compileForm } = await import(join(root, 'packages/form-engine/dist/index.js'));
  return async (file) => compileForm((await compileServicePackage(file, { codelists: lists === '' ? [] : [lists] })).compiled.form);
}

const read = await importer();
const idle = memory('VmRSS');
const results = [];
for (const file of files) {
  const start = performance.now();
  await read(file);
  const ms = performance.now() - start;
  globalThis.gc();
  results.push({ file, ms, bytes: statSync(file).size, heap: process.memoryUsage().heapUsed / 1e6 });
}
console.log(JSON.stringify({ files: results, peak: memory('VmHWM') - idle }));
