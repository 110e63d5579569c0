// Counting: what citizens were told, what the portal says, and what the counterparts have.
import { setTimeout as delay } from 'node:timers/promises';
import { unaskable } from './counterparts.mjs';

/** States in which nothing more happens by itself. */
export const settled = ['acknowledged', 'needs-attention', 'unclear'];

/** Waits until no hand-over moves by itself any more. @returns those that still did */
export async function settle(database, patienceMs) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const moving = await database.deliveriesNotIn(settled);
    if (moving.length === 0 || Date.now() > deadline) return moving;
    await delay(moving.length > 50 ? 1_000 : 100);
  }
}

const countOf = (keys) => {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/**
 * Compares the three. `lost`: accepted, and neither at the counterpart nor shown to a person. `doubled`: twice at the counterpart. `untrue`: a
 * citizen saw a number that no application has. `wrong`: acknowledged and not there, or there and nobody asked for it.
 */
export async function tally({ database, counterparts, citizens }) {
  const applications = await database.applications();
  const references = new Set(applications.map(({ reference }) => reference));
  const deliveries = await database.deliveries();
  const byTarget = {};
  const found = { lost: 0, doubled: 0, wrong: 0 };
  for (const [target, counterpart] of Object.entries(counterparts.all)) {
    const own = deliveries.filter((delivery) => delivery.target === target);
    const counts = countOf(await counterpart.keys(own.map(({ id }) => id)));
    const states = countOf(own.map(({ state }) => state));
    found.lost += applications.length - own.length;
    for (const { id, state } of own) {
      const there = counts.get(id) ?? 0;
      if (there > 1) found.doubled += 1;
      if (state === 'acknowledged' && there === 0) found.wrong += 1;
      if (there === 0 && !settled.includes(state)) found.lost += 1;
      counts.delete(id);
    }
    found.wrong += counts.size;
    const open = own.length - (states.get('acknowledged') ?? 0);
    const mayWait = unaskable.includes(target) ? (states.get('unclear') ?? 0) : 0;
    byTarget[target] = { acknowledged: states.get('acknowledged') ?? 0, unclear: states.get('unclear') ?? 0, other: open - mayWait };
  }
  const shown = citizens.filter(({ reference }) => reference !== null);
  return {
    applications: applications.length,
    told: shown.length,
    untrue: shown.filter(({ reference }) => !references.has(reference)).length,
    ...found,
    byTarget,
  };
}

/** Was everything as promised? */
export const isSound = ({ lost, doubled, wrong, untrue }) => lost + doubled + wrong + untrue === 0;
