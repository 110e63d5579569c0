import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { reportPurpose } from '../applications/report-barrier.js';
import type { Keys } from '../storage/key-file.js';
import { seal, unseal } from '../storage/sealing.js';
import type { Tables } from '../storage/tables.js';
import { reasonPurpose } from './reason.js';

/** Everything stored that is sealed with the municipality's key itself. What is sealed with the key of an application stays as it is. */
const sealedWithIt = [
  { table: 'applications', column: 'wrapped_key', purpose: (id: string) => id },
  { table: 'deliveries', column: 'reason', purpose: (id: string) => reasonPurpose(id) },
  { table: 'deliveries', column: 'case_reason', purpose: (id: string) => reasonPurpose(id, 'case-reason') },
  { table: 'barrier_reports', column: 'sealed', purpose: reportPurpose },
] as const;

export interface Rewrapped {
  /** Values that an earlier key had sealed, and that the first one seals now. */
  readonly rewrapped: number;
  /** Values that none of the keys opens: they could not be read before, either. */
  readonly unreadable: number;
}

const batch = 500;

/**
 * Seals anew with the first key what only a later one opens. A value at a time, and only if nobody has changed it meanwhile: it may be
 * ended at any moment, done again, and run beside the portal.
 */
export async function rewrapAll(database: Kysely<Tables>, keys: Keys): Promise<Rewrapped> {
  let [rewrapped, unreadable] = [0, 0];
  for (const { table, column, purpose } of sealedWithIt) {
    const [target, value] = [sql.table(table), sql.ref(column)];
    for (let after: string | undefined = ''; after !== undefined;) {
      const { rows }: { rows: { id: string; sealed: Buffer }[] } = await sql<{ id: string; sealed: Buffer }>`
        select id, ${value} as sealed from ${target} where id > ${after} and ${value} is not null order by id limit ${batch}`.execute(
        database,
      );
      for (const { id, sealed } of rows) {
        const found = rewrap(sealed, keys, purpose(id));
        if (found === 'unreadable') unreadable++;
        if (typeof found === 'string') continue;
        await sql`update ${target} set ${value} = ${found} where id = ${id} and ${value} = ${sealed}`.execute(database);
        rewrapped++;
      }
      after = rows.at(-1)?.id;
    }
  }
  return { rewrapped, unreadable };
}

function rewrap(sealed: Uint8Array, [first, ...earlier]: Keys, purpose: string): Buffer | 'current' | 'unreadable' {
  if (unseal(sealed, first, purpose)) return 'current';
  for (const key of earlier) {
    const plain = unseal(sealed, key, purpose);
    if (plain) return seal(plain, first, purpose);
  }
  return 'unreadable';
}
