// Proof 2: two processes on one PostgreSQL, thousands of applications, while processes are killed and counterparts fail.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { apply } from './client.mjs';
import { startCounterparts } from './counterparts.mjs';
import { freshDatabase } from './databases.mjs';
import { configurationWith } from './municipality.mjs';
import { startPortal } from './portal.mjs';
import { settle, tally } from './tally.mjs';

const names = ['http', 'http-ohne-schluessel', 'directory', 'fit-connect'];
const processes = 2;
const citizensAtOnce = 6;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param applications so many citizens are shown a reference number */
export async function storm({ applications = 2_000, seed = 1, report }) {
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'serviceportal-storm-'));
  const database = await freshDatabase('PostgreSQL', folder);
  const counterparts = await startCounterparts(folder, names);
  const options = {
    data: folder,
    configuration: configurationWith(counterparts.targets),
    environment: { ...database.environment, ...counterparts.environment },
  };
  const portals = [];
  for (let index = 0; index < processes; index += 1) portals.push(await startPortal(options));
  const citizens = [];
  let told = 0;
  let kills = 0;
  let failures = 0;
  let over = false;

  async function submitting() {
    while (told < applications) {
      const portal = portals[Math.floor(random() * processes)];
      const citizen = await apply(portal.base);
      if (citizen.id !== null) citizens.push(citizen);
      else await delay(200);
      if (citizen.reference === null) continue;
      told += 1;
      if (told % 100 === 0) report(told);
    }
  }

  async function killing() {
    while (!over) {
      await delay(1_000 + random() * 4_000);
      const index = Math.floor(random() * processes);
      if (over) return;
      await portals[index].kill();
      kills += 1;
      await delay(random() * 1_000);
      portals[index] = await startPortal({ ...options, port: portals[index].port });
    }
  }

  async function failing() {
    const fallible = Object.values(counterparts.all).filter(({ behaviours }) => behaviours);
    while (!over) {
      const counterpart = fallible[Math.floor(random() * fallible.length)];
      counterpart.behave(counterpart.behaviours[Math.floor(random() * counterpart.behaviours.length)]);
      failures += 1;
      await delay(500 + random() * 2_500);
      counterpart.behave('honest');
      await delay(random() * 2_000);
    }
  }

  const begun = performance.now();
  try {
    const disturbing = [killing(), failing()];
    await Promise.all(Array.from({ length: citizensAtOnce }, submitting));
    over = true;
    await Promise.all(disturbing);
    const submitted = performance.now();
    const moving = await settle(database, 1_200_000);
    await delay(1_000);
    const counted = await tally({ database, counterparts, citizens });
    for (const portal of portals) await portal.stop();
    return {
      ...counted,
      begun: citizens.length,
      kills,
      failures,
      moving: moving.length,
      seconds: (submitted - begun) / 1000,
      settledAfter: (performance.now() - submitted) / 1000,
    };
  } finally {
    over = true;
    for (const portal of portals) await portal.kill();
    await counterparts.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}
