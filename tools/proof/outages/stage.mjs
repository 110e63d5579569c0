// What every outage needs: a folder, a database, counterparts, portals and citizens; and in the end the counting.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../../workspace.mjs';
import { startCounterparts } from '../counterparts.mjs';
import { freshDatabase } from '../databases.mjs';
import { configurationWith } from '../municipality.mjs';
import { startPortal } from '../portal.mjs';
import { settle, tally } from '../tally.mjs';
import { atEnd } from './at-end.mjs';
import { CannotRun } from './cannot-run.mjs';
import { crowd } from './crowd.mjs';

const { de } = await import(join(root, 'packages/form-engine/dist/pages/texts/de.js'));

const nobody = { applications: 0, told: 0, lost: 0, doubled: 0, untrue: 0, wrong: 0 };

/**
 * @param options `what`, `database` (its kind), `names` of the counterparts, `portals` (how many), `settleSeconds`, and `build`: adds to folder
 * and counterparts before the first portal starts; what it returns is given to `play`, and a `server` in it is where the database is made
 * @param play carries out the outage; tells `{ note, wrong }`: what the table says of it, and how many things were not as promised
 * @returns a row of the table
 */
export async function onStage({ what, database: kind, names, portals: count = 1, settleSeconds = 180, build }, play) {
  const undo = [];
  try {
    const folder = mkdtempSync(join(tmpdir(), 'serviceportal-outage-'));
    undo.push(atEnd(() => rmSync(folder, { recursive: true, force: true })));
    const data = join(folder, 'daten');
    mkdirSync(data);
    const counterparts = await startCounterparts(folder, names);
    undo.push(() => counterparts.close());
    const built = await build?.({ folder, data, counterparts, undo });
    const database = await freshDatabase(kind, data, built?.server?.url);
    undo.push(() => database.drop());
    const portals = [];
    undo.push(() => Promise.all(portals.map((portal) => portal.kill())));
    const start = async (clockAheadSeconds = 0) => {
      const portal = await startPortal({
        data,
        configuration: configurationWith(counterparts.targets),
        environment: { ...database.environment, ...counterparts.environment },
        clockAheadSeconds,
      });
      portals.push(portal);
      return portal;
    };
    for (let index = 0; index < count; index += 1) await start();
    const people = crowd(() => portals.filter((portal) => !portal.isDead()).map(({ base }) => base));
    undo.push(() => people.goHome());
    const killed = [];
    const kill = async (portal) => {
      killed.push(portal);
      await portal.kill();
    };
    const outcome = await play({ folder, data, database, counterparts, portals, people, start, kill, built });
    await people.goHome();
    const moving = await settle(database, settleSeconds * 1000);
    // Long enough for a second hand-over, if there were one.
    await delay(1_000);
    const counted = await tally({ database, counterparts, citizens: people.citizens });
    const said = await saidUntruly(database, people.citizens);
    const died = portals.filter((portal) => portal.isDead() && !killed.includes(portal)).length;
    const notes = [
      outcome.note,
      errorPages(people.citizens),
      `${await failures(database)} attempts at hand-overs failed`,
      moving.length > 0 && `${moving.length} still under way`,
      died > 0 && `${died} portals died by themselves`,
      said > 0 && `${said} error pages did not tell the truth`,
    ];
    return {
      what,
      database: kind,
      ...counted,
      untrue: counted.untrue + said,
      wrong: counted.wrong + (outcome.wrong ?? 0) + moving.length + died,
      note: notes.filter(Boolean).join('; '),
    };
  } catch (error) {
    if (error instanceof CannotRun) return { what, database: kind, ...nobody, note: `not run: ${error.message}` };
    throw error;
  } finally {
    await undoAll(undo);
  }
}

/** All of it, also where some of it fails. */
async function undoAll(steps) {
  const failed = [];
  for (const step of steps.reverse()) {
    try {
      await step();
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, 'Something of the outage is left behind.');
}

/**
 * An error page says that something went wrong on our side, that what was saved is still there (as the draft, or already as the
 * application), and that one can go on later: nobody may be refused for ever.
 */
async function saidUntruly(database, citizens) {
  const drafts = await (await database.database()).selectFrom('drafts').select('id').execute();
  const kept = new Set([...drafts, ...(await database.applications())].map(({ id }) => id));
  const isStill = (id) => id === null || kept.has(id);
  return citizens.filter(({ id, refused, pages }) => refused !== null || !pages.every(isHonest) || (pages.length > 0 && !isStill(id)))
    .length;
}

const isHonest = ({ status, text }) => status >= 500 && text.includes('<html lang="de"') && text.includes(de['message.broken.heading']);

/** Attempts that did not lead on to the next step. */
async function failures(database) {
  const failed = ['unavailable', 'may-repeat', 'must-ask', 'must-decide', 'died'];
  const rows = await (await database.database()).selectFrom('delivery_attempts').select('id').where('outcome', 'in', failed).execute();
  return rows.length;
}

function errorPages(citizens) {
  const shown = citizens.reduce((sum, { pages }) => sum + pages.length, 0);
  const later = citizens.filter(({ reference, pages }) => reference !== null && pages.length > 0).length;
  const broken = citizens.filter((citizen) => citizen.broken).length;
  return `${shown} error pages, ${later} citizens went on after one and saw their number, ${broken} connections ended`;
}
