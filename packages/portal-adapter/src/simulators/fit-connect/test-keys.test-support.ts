import { readFileSync } from 'node:fs';
import { worldKeys } from './keys.js';

/** Fixed, so that no test waits for prime numbers. Everybody has them: they protect nothing. */
export const testKeys = worldKeys.parse(JSON.parse(readFileSync(new URL('public-test-keys.json', import.meta.url), 'utf8')));
