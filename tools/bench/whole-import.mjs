import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { root } from '../workspace.mjs';
import { table } from './table.mjs';

const largest = 5;
const fixed = (value, digits = 1) => value.toFixed(digits);
const sum = (values) => values.reduce((total, value) => total + value, 0);

function all(what, lists, files) {
  const script = join(root, 'tools/bench/import-all.mjs');
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, what, lists, ...files], { encoding: 'utf8' }));
}

/**
 * All schemas one after the other in one process, with their code lists, to forms that are ready to run; beside the XML parser over
 * the same bytes.
 */
export function benchWholeImport(files, lists) {
  const parser = all('parser', lists, files);
  const ours = all('import', lists, files);
  const both = ours.files.map((one, index) => ({ ...one, parser: parser.files[index].ms }));
  const row = (name, bytes, bare, ms) => {
    const megabytes = bytes / 1e6;
    return [name, fixed(megabytes, 2), ...[bare, ms, bare / megabytes, ms / megabytes].map((value) => fixed(value)), fixed(ms / bare, 2)];
  };
  const total = (name) => sum(both.map((one) => one[name]));
  table(
    'Import of everything in one process: read, code lists, compile, form; beside the bare XML parser',
    ['schema', 'MB', 'parser ms', 'import ms', 'parser ms/MB', 'import ms/MB', 'import ×'],
    [
      ...[...both]
        .sort((a, b) => b.bytes - a.bytes)
        .slice(0, largest)
        .map(({ file, bytes, parser: bare, ms }) => row(basename(file), bytes, bare, ms)),
      row(`all ${both.length}`, total('bytes'), total('parser'), total('ms')),
    ],
  );
  const slowest = [...both].sort((a, b) => b.ms / b.bytes - a.ms / a.bytes)[0];
  console.log(
    `\nMost for each MB: ${basename(slowest.file)}, ${fixed(slowest.ms / (slowest.bytes / 1e6))} ms/MB (the first file also pays for starting up)`,
  );
  const heapAfter = (share) => fixed(ours.files[Math.ceil(share * ours.files.length) - 1].heap);
  console.log(
    `Heap in use after a third, two thirds, all of the files: ${[1 / 3, 2 / 3, 1].map(heapAfter).join(', ')} MB; greatest memory above idle ${fixed(ours.peak)} MB (parser ${fixed(parser.peak)} MB)`,
  );
}
