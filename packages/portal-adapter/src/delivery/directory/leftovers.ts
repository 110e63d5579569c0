import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { handOver, readAcceptance } from './acceptance.js';
import { digestOf } from './places.js';
import type { Acceptance } from './acceptance.js';
import type { Places } from './places.js';

/** Far longer than any attempt lasts. */
const staleAfterMs = 24 * 60 * 60 * 1000;

/**
 * Clears away what killed processes left half written. What was promised to the recipient is completed instead.
 *
 * @param now milliseconds
 * @param complete puts where the recipient sees it what was promised
 */
export async function clearLeftovers(
  places: Places,
  now: number,
  complete: (places: Places, promised: Acceptance) => Promise<unknown> = handOver,
): Promise<void> {
  for (const attempt of await readdir(places.inWork)) {
    const path = join(places.inWork, attempt);
    const age = await stat(path).then(
      (found) => now - found.mtimeMs,
      () => 0,
    );
    if (age < staleAfterMs) continue;
    const promised = await readAcceptance(places, digestOf(attempt));
    if (promised?.attempt === attempt) await complete(places, promised);
    await rm(path, { recursive: true, force: true });
  }
}
