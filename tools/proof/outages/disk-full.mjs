// A disk without a byte left, under load: that of the portal's data, and that of a folder to which cases are handed over.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { mountSmallDisk } from './small-disk.mjs';
import { onStage } from './stage.mjs';

const megabytes = 96;
const fullSeconds = 12;

const diskAt = (place) => (stage) => {
  const path = place(stage);
  mkdirSync(path, { recursive: true });
  const disk = mountSmallDisk(path, megabytes);
  stage.undo.push(() => disk.unmount());
  return { disk };
};

async function fullForAWhile({ people, built: { disk } }) {
  await people.more(20);
  const before = people.told();
  disk.fill();
  await delay(fullSeconds * 1000);
  const meanwhile = people.told() - before;
  disk.empty();
  await people.more(30);
  return { note: `full for ${fullSeconds} seconds, in which ${meanwhile} citizens saw a number` };
}

const ofData = diskAt(({ data }) => data);
const ofFolder = diskAt(({ folder }) => join(folder, 'directory'));

export const dataDiskFull = (database) =>
  onStage(
    {
      what: database === 'SQLite' ? 'Disk full: database, files and key' : 'Disk full: files and key (database elsewhere)',
      database,
      names: ['http', 'directory'],
      build: ofData,
    },
    fullForAWhile,
  );

export const folderDiskFull = (database) =>
  onStage(
    { what: 'Disk full: a folder to which cases are handed over', database, names: ['http', 'directory'], build: ofFolder },
    fullForAWhile,
  );
