import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import { isPostgres } from '../dialect.js';

/** The type of a column that holds bytes. */
export const bytes = (database: Kysely<unknown>): 'bytea' | 'blob' => (isPostgres(database) ? 'bytea' : 'blob');

/** A key that counts up. */
export function counting(database: Kysely<unknown>): (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder {
  const postgres = isPostgres(database);
  return (column) => (postgres ? column.primaryKey().generatedAlwaysAsIdentity() : column.primaryKey().autoIncrement());
}
