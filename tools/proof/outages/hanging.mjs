// A counterpart takes a minute for everything. One target gives up before that, one waits longer; a third has nothing to do with it.
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { kinds } from '../counterparts.mjs';
import { onStage } from './stage.mjs';

const hangSeconds = 60;
const takesHangingSeconds = 20;
/** Half of what those would wait who wait for the counterpart that hangs. */
const notHeldUpSeconds = hangSeconds / 2;

/** A second system of the same kind, for which the portal waits longer than it hangs. */
async function build({ folder, counterparts, undo }) {
  const patient = await kinds.http(join(folder, 'geduldig'));
  undo.push(() => patient.close());
  counterparts.all['http-geduldig'] = patient;
  const delivery = { ...patient.delivery, timeoutSeconds: hangSeconds + 30 };
  counterparts.targets.push({ name: 'http-geduldig', label: 'http-geduldig', delivery });
}

/** Seconds from the submission until the target had it, the longest. */
async function slowest(database, target) {
  const rows = await (
    await database.database()
  )
    .selectFrom('deliveries')
    .select(['created_at', 'acknowledged_at'])
    .where('target', '=', target)
    .execute();
  // What is still open is counted elsewhere.
  const seconds = rows.map(({ created_at, acknowledged_at }) =>
    acknowledged_at ? (Date.parse(acknowledged_at) - Date.parse(created_at)) / 1000 : 0,
  );
  return Math.max(0, ...seconds);
}

export const counterpartHangs = (database) =>
  onStage(
    { what: `A counterpart hangs for ${hangSeconds} seconds`, database, names: ['http', 'http-ohne-schluessel', 'directory'], build },
    async ({ people, counterparts: { all }, database: opened }) => {
      const hanging = [all.http, all['http-ohne-schluessel'], all['http-geduldig']];
      await people.more(10);
      for (const counterpart of hanging) counterpart.behave('hang');
      // Few enough to be handed over afterwards, four at a time.
      await people.more(20);
      await people.goHome();
      await delay(takesHangingSeconds * 1000);
      for (const counterpart of hanging) counterpart.behave('honest');
      // What is hanging answers after a minute: also those requests whose sender has given up.
      await delay(hangSeconds * 1000);
      const page = Math.max(...people.citizens.map(({ seconds }) => seconds));
      const other = await slowest(opened, 'directory');
      return {
        note: `slowest application by a citizen ${page.toFixed(1)} s, slowest hand-over to another target ${other.toFixed(1)} s`,
        wrong: [page, other].filter((seconds) => seconds > notHeldUpSeconds).length,
      };
    },
  );
