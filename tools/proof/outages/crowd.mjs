// Citizens who apply one after the other, several at once, for as long as they are let.
import { setTimeout as delay } from 'node:timers/promises';
import { apply } from '../client.mjs';

/** Who has got an error page reads it first. */
const readingMs = 500;

/** @param bases addresses of the portals that run just now */
export function crowd(bases, { atOnce = 8 } = {}) {
  const citizens = [];
  let going = true;
  async function person(number) {
    for (let turn = number; going; turn += 1) {
      const addresses = bases();
      const began = performance.now();
      const seen = addresses.length > 0 ? await apply(addresses[turn % addresses.length]) : null;
      if (seen) citizens.push({ ...seen, seconds: (performance.now() - began) / 1000 });
      if (!seen?.reference) await delay(readingMs);
    }
  }
  const everybody = Promise.all(Array.from({ length: atOnce }, (_, number) => person(number)));
  const told = () => citizens.filter(({ reference }) => reference !== null).length;
  return {
    citizens,
    told,
    /** Waits until so many more have seen their number, or the time is over. */
    async more(count, patienceSeconds = 120) {
      const wanted = told() + count;
      const deadline = performance.now() + patienceSeconds * 1000;
      while (told() < wanted && performance.now() < deadline) await delay(50);
    },
    async goHome() {
      going = false;
      await everybody;
    },
  };
}
