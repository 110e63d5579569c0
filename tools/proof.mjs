// npm run proof [matrix] [storm] [outages] [throughput]: what hand-over promises, tried. Without a name all of them, which takes half an
// hour. What came of them is written to docs/proof.md.
import { join } from 'node:path';
import { build, install, root, run } from './workspace.mjs';

install();
build();
run(process.execPath, [join(root, 'tools', 'proof', 'run.mjs'), ...process.argv.slice(2)]);
