import type { Express } from 'express';
import { standInApp } from '../stand-in/app.js';
import { listen } from '../stand-in/listen.js';
import type { XdomeaBehaviour } from './behaviour.js';
import { openFileRoom } from './file-room.js';
import type { FileRoom } from './file-room.js';
import { pageRoutes } from './pages.js';

export interface XdomeaOptions {
  /** Where what was filed is kept. Created if missing, like the other two. */
  readonly folder: string;
  /** Where the portal puts messages; default: `ausgang` in `folder`. */
  readonly outbox?: string;
  /** Where confirmations are put; default: `eingang` in `folder`. */
  readonly inbox?: string;
  /** What the pages call the system. */
  readonly title?: string;
  /** How often the outbox is looked into; default: every second. */
  readonly everyMs?: number;
  readonly now?: () => Date;
}

/** A stand-in for a records system that takes messages of xdomea 3.0.0 from a folder and confirms them. */
export interface Xdomea {
  readonly app: Express;
  readonly outbox: string;
  readonly inbox: string;
  readonly room: FileRoom;
  /** How the next messages are treated, until told otherwise. */
  behave(behaviour: XdomeaBehaviour): void;
  /** Looks into the outbox now. @returns how many messages were taken */
  look(): Promise<number>;
  /** Resolves when no message is being taken. */
  settled(): Promise<unknown>;
}

export async function createXdomea(options: XdomeaOptions): Promise<Xdomea> {
  const { folder, title = 'Aktenablage (xdomea)', now = () => new Date() } = options;
  const { outbox = `${folder}/ausgang`, inbox = `${folder}/eingang` } = options;
  const room = await openFileRoom({ folder: `${folder}/bestand`, outbox, inbox }, now);
  let current: XdomeaBehaviour = 'honest';
  let turn: Promise<unknown> = Promise.resolve();
  const behave = (behaviour: XdomeaBehaviour) => void (current = behaviour);
  const look = (): Promise<number> => {
    const taken = turn.then(() => room.takeAll(current));
    turn = taken.catch(() => undefined);
    return taken;
  };
  const app = standInApp();
  app.use(pageRoutes(room, `${folder}/bestand`, title, { current: () => current, set: behave }));
  return { app, outbox, inbox, room, behave, look, settled: () => turn };
}

export interface RunningXdomea extends Xdomea {
  /** Start page, for people. */
  readonly url: string;
  close(): Promise<void>;
}

/** @param options.port 0 for any free port; `host` defaults to this machine only */
export async function startXdomea(options: XdomeaOptions & { port: number; host?: string }): Promise<RunningXdomea> {
  const xdomea = await createXdomea(options);
  const { url, close } = await listen(xdomea.app, options);
  // A message that cannot be read now, because a disk is full or a share is away, is there at the next look.
  const looking = setInterval(() => void xdomea.look().catch(() => undefined), options.everyMs ?? 1000);
  return {
    ...xdomea,
    url,
    async close() {
      clearInterval(looking);
      await close();
      await xdomea.settled();
    },
  };
}
