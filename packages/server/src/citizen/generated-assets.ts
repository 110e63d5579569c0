import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folder with the built style sheet and fonts (packages/form-engine/src/pages/README.md). */
export function generatedAssets(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('@serviceportal/form-engine/package.json')), 'assets-generated');
}
