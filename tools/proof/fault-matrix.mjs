// Proof 1: a portal is killed before and after every entry in the journal of every step to every counterpart, and whenever it asks.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { apply } from './client.mjs';
import { kinds, startCounterparts, unaskable } from './counterparts.mjs';
import { freshDatabase } from './databases.mjs';
import { configurationWith } from './municipality.mjs';
import { startPortal } from './portal.mjs';
import { settle, tally } from './tally.mjs';

// Longer than a lease: whoever comes next takes over at once.
const leaseSeconds = 15;
const patienceMs = 30_000;

/** Portals one after the other on the same data; the clock of each runs ahead of the one before. */
function relay({ folder, database, counterparts }) {
  let clockAheadSeconds = 0;
  return (deadly = null) =>
    startPortal({
      deadly,
      data: folder,
      configuration: configurationWith(counterparts.targets),
      environment: { ...database.environment, ...counterparts.environment },
      clockAheadSeconds: (clockAheadSeconds += leaseSeconds),
    });
}

/** All places that a hand-over passes, without any that happen twice. */
async function placesOf(next, database) {
  const portal = await next();
  await portal.tell({ watching: true });
  await apply(portal.base);
  await settle(database, patienceMs);
  await portal.kill();
  const places = portal.passed.map(({ target, step, asked, boundary, when }) => ({ target, step, asked, boundary, when }));
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

/** A question is asked by who finds a step under way: those are the steps that can be asked about. */
const questionsAfter = ({ target, step, boundary, when }) =>
  boundary === 'end' && when === 'before' && step !== null && !unaskable.includes(target)
    ? ['begin', 'end'].flatMap((at) => ['before', 'after'].map((moment) => ({ target, asked: true, boundary: at, when: moment })))
    : [];

async function dieAt(portal, place, known) {
  await portal.tell({ deadly: { ...place, except: known } });
  const citizen = await apply(portal.base);
  await Promise.race([portal.ended, delay(patienceMs)]);
  return { citizen, died: portal.isDead() };
}

/** Three citizens at once, and an end at any moment. */
async function dieSometime(portal) {
  const citizens = [apply(portal.base), apply(portal.base), apply(portal.base)];
  await delay(Math.random() * 600);
  await portal.kill();
  return Promise.all(citizens);
}

async function matrixOn(kind, names, { report, sample = 1, randomKills = 25 }) {
  const folder = mkdtempSync(join(tmpdir(), 'serviceportal-proof-'));
  const database = await freshDatabase(kind, folder);
  const counterparts = await startCounterparts(folder, names);
  const next = relay({ folder, database, counterparts });
  const citizens = [];
  const missed = [];
  let kills = 0;
  try {
    const places = (await placesOf(next, database)).filter((_place, index) => index % sample === 0);
    let portal = await next();
    for (const place of places) {
      // The end that was meant for a question may come late.
      if (portal.isDead()) portal = await next();
      const known = citizens.map(({ id }) => id);
      const { citizen, died } = await dieAt(portal, place, known);
      citizens.push(citizen);
      if (!died) missed.push(place);
      else kills += 1;
      for (const question of died ? questionsAfter(place) : []) {
        portal = await next({ ...question, only: citizen.id });
        // A step that may simply be repeated is not asked about: then nothing dies, and nothing is counted.
        await Promise.race([portal.ended, settle(database, 5_000)]);
        if (!portal.isDead()) break;
        kills += 1;
      }
      if (portal.isDead()) portal = await next();
      await portal.tell({ deadly: null });
      report(kills);
    }
    for (let kill = 0; kill < randomKills; kill += 1) {
      citizens.push(...(await dieSometime(portal)));
      kills += 1;
      portal = await next();
      report(kills);
    }
    await settle(database, 120_000);
    // Long enough for a second hand-over, if there were one.
    await delay(1_000);
    await portal.stop();
    return { ...(await tally({ database, counterparts, citizens })), kills, missed, places: places.length };
  } finally {
    await counterparts.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns a row for each database, which are tried side by side */
export function faultMatrix({ databases = ['SQLite', 'PostgreSQL'], names = Object.keys(kinds), ...options }) {
  return Promise.all(databases.map(async (kind) => ({ kind, ...(await matrixOn(kind, names, options)) })));
}
