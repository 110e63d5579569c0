// npm run bench: what import, pages and page weight cost, as ratios beside a baseline in the same run.
import { join } from 'node:path';
import { build, install, root, run } from './workspace.mjs';

install();
build();
run(process.execPath, [join(root, 'tools', 'bench', 'run.mjs'), ...process.argv.slice(2)]);
