// npm run proof [matrix] [storm] [outages] [throughput]: what hand-over promises, tried. Without a name all of them, and the results are
// written to docs/proof.md.
import { join } from 'node:path';
import { build, install, root, run } from './workspace.mjs';

install();
build();
run(process.execPath, [join(root, 'tools', 'proof', 'run.mjs'), ...process.argv.slice(2)]);
