// The clock is moved by an hour, forwards and back, under load, while hand-overs are leased, wait for another try, and a target is paused.
import { setTimeout as delay } from 'node:timers/promises';
import { onStage } from './stage.mjs';

const hour = 3600;
const troubleSeconds = 8;
/** Longer than the longest wait for what has failed twice (30 seconds and a fifth), than a pause after five failures, and a lease. */
const soonSeconds = 150;

const clockTo = (portals, clockAheadSeconds) =>
  Promise.all(portals.filter((portal) => !portal.isDead()).map((portal) => portal.tell({ clockAheadSeconds })));

/** One counterpart refuses for now, one answers nobody: what was begun waits or is under way. One of two portals dies with what it holds. */
async function trouble({ counterparts, portals, kill }, during) {
  const { http, 'http-ohne-schluessel': other } = counterparts.all;
  http.behave('busy');
  other.behave('busy');
  await delay(troubleSeconds * 1000);
  const dies = portals.find((portal) => !portal.isDead());
  await kill(dies);
  await during();
  http.behave('honest');
  other.behave('honest');
}

export const clockMoved = (database) =>
  onStage(
    {
      what: 'Clock moved by an hour forwards, back, and an hour further back',
      database,
      names: ['http', 'http-ohne-schluessel', 'directory'],
      portals: 2,
      settleSeconds: soonSeconds,
    },
    async (stage) => {
      const { people, portals, start } = stage;
      await people.more(20);
      await clockTo(portals, hour);
      await people.more(20);
      await trouble(stage, async () => {
        await clockTo(portals, 0);
        await start(0);
      });
      await people.more(20);
      await clockTo(portals, -hour);
      await people.more(20);
      return { note: `given ${soonSeconds} seconds to settle afterwards` };
    },
  );
