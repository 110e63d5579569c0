// Proof 3: the database restarts, disks are full, the clock is moved, a counterpart hangs. Nothing accepted is lost, and nobody is told
// what is not true.
import { clockMoved } from './outages/clock.mjs';
import { databaseRestart } from './outages/database-restart.mjs';
import { dataDiskFull, folderDiskFull } from './outages/disk-full.mjs';
import { counterpartHangs } from './outages/hanging.mjs';
import { processKilled } from './outages/process-killed.mjs';

// Those of one line run side by side: all of them are mostly waiting.
const all = [
  [databaseRestart, () => counterpartHangs('SQLite')],
  [processKilled, () => counterpartHangs('PostgreSQL')],
  [() => dataDiskFull('SQLite'), () => dataDiskFull('PostgreSQL'), () => folderDiskFull('SQLite')],
  [() => clockMoved('SQLite'), () => clockMoved('PostgreSQL')],
];

/**
 * @param report is told how many outages are over
 * @returns rows `{ what, database, applications, told, lost, doubled, untrue, wrong, note }`; what this machine lacks is said in `note`
 */
export async function outages({ report = () => undefined } = {}) {
  const rows = [];
  for (const together of all) {
    // Each is cleaned up before a failure is passed on.
    const ended = await Promise.allSettled(together.map((outage) => outage()));
    for (const { status, value, reason } of ended) {
      if (status === 'rejected') throw reason;
      rows.push(value);
    }
    report(rows.length);
  }
  return rows;
}
