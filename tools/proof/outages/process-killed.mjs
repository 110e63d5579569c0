// SQLite has no server that could be restarted: its only process is killed instead, with everything that it has under way.
import { setTimeout as delay } from 'node:timers/promises';
import { onStage } from './stage.mjs';

const kills = 4;

export function processKilled() {
  return onStage(
    {
      what: `The only process killed ${kills} times under load (there is no database server)`,
      database: 'SQLite',
      names: ['http', 'directory'],
    },
    async ({ people, portals, start, kill }) => {
      for (let time = 0; time < kills; time += 1) {
        await people.more(20);
        await kill(portals.at(-1));
        await delay(1_000);
        await start();
      }
      await people.more(20);
      return {};
    },
  );
}
