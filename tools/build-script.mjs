// The small script of the citizen's pages: `packages/form-engine/src/browser/main.ts` → one file in `assets-generated/`, under a
// name that holds a hash of its content.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const engine = fileURLToPath(new URL('../packages/form-engine/', import.meta.url));
const out = join(engine, 'assets-generated');
const [{ contents }] = buildSync({
  entryPoints: [join(engine, 'src', 'browser', 'main.ts')],
  bundle: true,
  minify: true,
  format: 'esm',
  // Browsers that know modules and `replaceAll`; older ones do without.
  target: ['es2020'],
  write: false,
}).outputFiles;
const name = `portal.${createHash('sha256').update(contents).digest('hex').slice(0, 12)}.js`;
writeFileSync(join(out, name), contents);
const manifest = join(out, 'manifest.json');
writeFileSync(manifest, `${JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), 'portal.js': name }, null, 2)}\n`);
