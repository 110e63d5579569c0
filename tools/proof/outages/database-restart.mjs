// The database crashes several times and is away for a while, under load. The portals are not restarted.
import { setTimeout as delay } from 'node:timers/promises';
import { startOwnPostgres } from './own-postgres.mjs';
import { onStage } from './stage.mjs';

const crashes = 3;
const awaySeconds = 10;

export function databaseRestart() {
  return onStage(
    {
      what: `Database crashed ${crashes} times and stopped for ${awaySeconds} seconds under load`,
      database: 'PostgreSQL',
      names: ['http', 'directory'],
      portals: 2,
      async build({ undo }) {
        const server = await startOwnPostgres();
        undo.push(() => server.remove());
        return { server };
      },
    },
    async ({ people, built: { server } }) => {
      await people.more(20);
      for (let crash = 0; crash < crashes; crash += 1) {
        await server.crash();
        await people.more(40);
      }
      await server.stop();
      await delay(awaySeconds * 1000);
      await server.start();
      await people.more(60);
      return { note: 'two portals, never restarted' };
    },
  );
}
