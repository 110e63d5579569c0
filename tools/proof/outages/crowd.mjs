// Citizens who apply one after the other, several at once, for as long as they are let.
import { setTimeout as delay } from 'node:timers/promises';
import { apply } from '../client.mjs';

/** Who has got an error page reads it first. */
const readingMs = 500;
/** Then it is no outage any more: a minute and a half. */
const mostPages = 180;

/** @param bases addresses of the portals that run just now */
export function crowd(bases, { atOnce = 8 } = {}) {
  const citizens = [];
  let going = true;
  async function person(number) {
    for (let turn = number; going; turn += 1) {
      const addresses = bases();
      if (addresses.length > 0) citizens.push(await persistent(addresses[turn % addresses.length]));
      if (!citizens.at(-1)?.reference) await delay(readingMs);
    }
  }
  /** Does what error pages say: tries again later, and goes on with what was saved. */
  async function persistent(address) {
    const began = performance.now();
    const seen = await apply(address);
    const seconds = (performance.now() - began) / 1000;
    const pages = [];
    while (seen.refused) {
      pages.push(seen.refused);
      if (pages.length > mostPages) break;
      await delay(readingMs);
      await seen.goOn();
    }
    return { ...seen, seconds, pages };
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
