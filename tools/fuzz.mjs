// npm run fuzz [-- COUNT [FROM]]: the mutation run of the importer (packages/fim-import/src/robustness). npm run fuzz -- show NUMBER
// writes one mutant into this folder.
import { join } from 'node:path';
import { install, root, run } from './workspace.mjs';

install();
process.chdir(root);
process.env.TSX_TSCONFIG_PATH = join(root, 'tsconfig.json');
run(
  process.execPath,
  ['--import', 'tsx', join(root, 'packages/fim-import/src/robustness/fuzz.test-support.ts'), ...process.argv.slice(2)],
  { env: { FIM_STRICT_TIME: '1' } },
);
