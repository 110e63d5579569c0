// npm run test:try: every published schema from the first page to the counterpart, with three sets of answers each (packages/server/src/try).
import { run } from './workspace.mjs';

run(process.execPath, ['tools/test.mjs', 'packages/server/src/try', ...process.argv.slice(2)], { env: { TRY: 'all' } });
