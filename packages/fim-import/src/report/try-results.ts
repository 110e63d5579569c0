import { readFile } from 'node:fs/promises';
import { say } from '../language.js';

/** What `serviceportal try --json` printed for a schema, one entry a seed. */
export interface TryOutcome {
  readonly seed: number | undefined;
  readonly delivered: boolean;
  readonly problem?: string;
}

/** By id and version of the schema: `S…V1.0.0`. */
export type TryResults = ReadonlyMap<string, readonly TryOutcome[]>;

class TryResultsError extends Error {
  readonly code = 'fim-try-results';
}

/**
 * Reads a file of lines that `serviceportal try --json` printed. Of lines for the same schema and seed the last one holds.
 * @throws if the file cannot be read or a line is something else
 */
export async function readTryResults(path: string): Promise<TryResults> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new TryResultsError(
      say({ de: `${path} lässt sich nicht lesen. Prüfen Sie den Pfad.`, en: `${path} cannot be read. Check the path.` }),
    );
  });
  const results = new Map<string, Map<number | undefined, TryOutcome>>();
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const { schema, ...outcome } = outcomeIn(line, `${path}:${index + 1}`);
    results.set(schema, (results.get(schema) ?? new Map<number | undefined, TryOutcome>()).set(outcome.seed, outcome));
  });
  return new Map([...results].map(([schema, outcomes]) => [schema, [...outcomes.values()]]));
}

function outcomeIn(line: string, place: string): TryOutcome & { readonly schema: string } {
  const found = parsed(line);
  if (typeof found !== 'object' || found === null || !('schema' in found) || typeof found.schema !== 'string' || !('delivered' in found)) {
    const message = {
      de: `${place}: Das ist kein Ergebnis von „serviceportal try --json“. Eine Zeile sieht so aus: {"schema":"S…V1.0.0","seed":1,"delivered":true}`,
      en: `${place}: This is no result of “serviceportal try --json”. A line looks like {"schema":"S…V1.0.0","seed":1,"delivered":true}`,
    };
    throw new TryResultsError(say(message));
  }
  const seed = 'seed' in found && typeof found.seed === 'number' ? found.seed : undefined;
  const problem = 'problem' in found && typeof found.problem === 'string' ? { problem: found.problem } : {};
  return { schema: found.schema, seed, delivered: found.delivered === true, ...problem };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
