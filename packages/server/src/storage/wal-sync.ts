import { closeSync, fdatasync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** The disk refused what was written. Its `cause` is the system's error. */
export class DiskError extends Error {
  override readonly name = 'DiskError';
  readonly code = 'database-disk-failed';
}

/**
 * Brings the log of a SQLite database to the disk, while the process goes on. In WAL mode with `synchronous=NORMAL` a commit writes to
 * the log, and the log alone decides what a power cut leaves; SQLite itself waits for the disk only before it moves the log into the
 * database (sqlite.org: "Write-Ahead Logging", "PRAGMA synchronous"; ADR 0097).
 */
export class WalSync {
  readonly #database: string;
  readonly #log: number;
  readonly #bringToDisk: (handle: number) => Promise<void>;
  #last: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #failure: DiskError | undefined;

  /** @param database the path of a database that is open in WAL mode, and stays open until this is closed: so its log stays the same file */
  constructor(database: string, bringToDisk = promisify(fdatasync)) {
    this.#database = database;
    this.#bringToDisk = bringToDisk;
    this.#log = openSync(`${database}-wal`, 'r');
    // The log may just have been made: its name must be on the disk, too.
    const folder = openSync(dirname(database), 'r');
    fsyncSync(folder);
    closeSync(folder);
  }

  /** @throws {DiskError} once the disk has refused something: what it holds is not known any more */
  check(): void {
    if (this.#failure) throw this.#failure;
  }

  /** Resolves when everything that was committed by now is on the disk. Those who come while the disk works share the next round. */
  written(): Promise<void> {
    this.#next ??= this.#last.then(() => {
      this.#next = undefined;
      return this.#sync();
    });
    this.#last = this.#next;
    return this.#next;
  }

  async close(): Promise<void> {
    // Those who wait for it hear of a failure.
    await this.#last.catch(() => undefined);
    closeSync(this.#log);
  }

  async #sync(): Promise<void> {
    try {
      await this.#bringToDisk(this.#log);
    } catch (cause) {
      this.#failure = new DiskError(
        `${this.#database}: the disk did not take what was written. Nothing more is accepted until the disk works and this process is started anew.`,
        { cause },
      );
      throw this.#failure;
    }
  }
}
