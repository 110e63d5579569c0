// TypeScript → JavaScript, each file by itself: `packages/<name>/src` → `packages/<name>/dist`. Types are not looked at, `npm test` does that.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { root } from './workspace.mjs';

const packages = join(root, 'packages');
// The script of the pages is for browsers: `build-script.mjs`.
const elsewhere = /\.test\.ts$|\.test-support\.ts$|\.d\.ts$|^browser\//;

for (const name of readdirSync(packages)) {
  const source = join(packages, name, 'src');
  const outdir = join(packages, name, 'dist');
  const files = readdirSync(source, { recursive: true }).filter((file) => file.endsWith('.ts') && !elsewhere.test(file));
  // What has no source any more goes.
  rmSync(outdir, { recursive: true, force: true });
  buildSync({
    entryPoints: files.map((file) => join(source, file)),
    outbase: source,
    outdir,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
}
