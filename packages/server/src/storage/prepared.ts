import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** Stands in the SQL for a value that each run brings. */
class Parameter {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

type Build<Values, Result> = (
  database: Kysely<Tables>,
  value: <Name extends keyof Values>(name: Name) => Values[Name],
) => Compilable<Result>;

/** What a run gave. */
interface Outcome<Result> {
  readonly rows: Result[];
  readonly affected: bigint;
}

/**
 * A query that every page needs: its SQL is made the first time and kept. `build` writes it with `value('name')` in the places of
 * the values. The types are those of the query builder, the speed is that of a statement.
 */
export function prepared<Values extends object, Result = unknown>(
  build: Build<Values, Result>,
): (database: Kysely<Tables>, values: Values) => Promise<Outcome<Result>> {
  /** By dialect: a process may hold two databases. */
  const compiled = new Map<unknown, CompiledQuery<Result>>();
  return async (database, values) => {
    const dialect = database.getExecutor().adapter.constructor;
    let query = compiled.get(dialect);
    if (!query) {
      query = build(database, (name) => new Parameter(String(name)) as never).compile();
      compiled.set(dialect, query);
    }
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Parameter ? (values as Record<string, unknown>)[parameter.name] : parameter,
    );
    const { rows, numAffectedRows = 0n } = await database.executeQuery<Result>({ ...query, parameters });
    return { rows, affected: numAffectedRows };
  };
}
