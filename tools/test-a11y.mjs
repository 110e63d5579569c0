// npm run test:a11y: every page of every service and published schema, as a browser shows it (packages/server/src/a11y). Takes long.
import { run } from './workspace.mjs';

run(process.execPath, ['tools/test.mjs', 'packages/server/src/a11y', ...process.argv.slice(2)], { env: { A11Y: 'all' } });
