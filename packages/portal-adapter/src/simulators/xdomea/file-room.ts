import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { messageStem } from '../../records/xdomea/message-head.js';
import type { MessageHead } from '../../records/xdomea/message-head.js';
import type { XdomeaBehaviour } from './behaviour.js';
import { arrivalConfirmation, importConfirmation } from './confirmations.js';
import type { ImportOutcome } from './confirmations.js';
import { BadMessage, readArchive } from './received-message.js';
import type { ReceivedMessage } from './received-message.js';

const file = z.object({ fileName: z.string(), originalName: z.string(), type: z.string(), size: z.number(), sha256: z.string() });
const record = z.object({
  processId: z.string(),
  name: z.string(),
  objectId: z.string(),
  container: z.string(),
  vorgang: z.string(),
  subject: z.string(),
  reference: z.string(),
  sender: z.string(),
  wantsArrival: z.boolean(),
  wantsImport: z.boolean(),
  files: z.array(file),
  /** The id this system gave. */
  id: z.string(),
  filedAt: z.string(),
});

/** A Vorgang in the stand-in's books. */
export type FiledRecord = z.infer<typeof record>;

/** Where the stand-in takes messages from, where its confirmations go, and where it keeps what it filed. */
export interface FileRoom {
  /** Newest first. */
  list(): Promise<readonly FiledRecord[]>;
  /** Takes every message that lies in the outbox. @returns how many */
  takeAll(behaviour: XdomeaBehaviour): Promise<number>;
}

const slowMs = 60_000;

export async function openFileRoom(places: { folder: string; outbox: string; inbox: string }, now: () => Date): Promise<FileRoom> {
  const { folder, outbox, inbox } = places;
  for (const path of [folder, outbox, inbox]) await mkdir(path, { recursive: true, mode: 0o700 });

  async function take(name: string, behaviour: XdomeaBehaviour): Promise<void> {
    const path = join(outbox, name);
    const message = await readArchive(path).catch((error: unknown) => {
      if (error instanceof BadMessage) return error;
      throw error;
    });
    const processId = name.slice(0, 36);
    if (message instanceof BadMessage)
      await confirm(processId, { failures: [message.message] }, 'honest', { wantsArrival: true, wantsImport: true });
    else if (behaviour === 'refuse')
      await confirm(
        processId,
        { failures: ['Für diese Leistung ist kein Sachgebiet eingerichtet (Störung vorgeführt).'] },
        behaviour,
        message,
      );
    else await confirm(processId, { id: (await fileIt(message, path)).id }, behaviour, message);
    await rm(path);
  }

  /** Once for a process: what comes again is what is there. */
  async function fileIt(message: ReceivedMessage, path: string): Promise<FiledRecord> {
    const books = join(folder, `${message.processId}.json`);
    const known = await readRecord(books);
    if (known) return known;
    const filed = { ...message, files: [...message.files], id: randomUUID(), filedAt: now().toISOString() };
    // The archive as it came: its files are read from it when somebody asks for them.
    await copyFile(path, join(folder, `${message.processId}.zip`));
    await writeWhole(books, JSON.stringify(filed, null, 2));
    return filed;
  }

  type Wishes = Pick<ReceivedMessage, 'wantsArrival' | 'wantsImport'>;
  async function confirm(processId: string, outcome: ImportOutcome, behaviour: XdomeaBehaviour, wishes: Wishes): Promise<void> {
    if (behaviour === 'silent') return;
    const head: MessageHead = {
      processId,
      createdAt: now().toISOString(),
      sender: { name: 'Aktenablage (Attrappe)' },
      recipient: { name: 'Portal' },
    };
    const shortened = (xml: string) => (behaviour === 'garbage' ? xml.slice(0, 200) : xml);
    if (wishes.wantsArrival) await writeWhole(join(inbox, `${messageStem(processId, '0629')}.xml`), shortened(arrivalConfirmation(head)));
    if (wishes.wantsImport)
      await writeWhole(join(inbox, `${messageStem(processId, '0630')}.xml`), shortened(importConfirmation(head, outcome)));
  }

  return {
    async list() {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
      const records = await Promise.all(names.map((name) => readRecord(join(folder, name))));
      return records.filter((one) => one !== null).sort((one, other) => other.filedAt.localeCompare(one.filedAt));
    },
    async takeAll(behaviour) {
      const names = (await readdir(outbox)).filter((name) => /^[0-9a-f-]{36}_[\w.]+\.zip$/i.test(name));
      let taken = 0;
      for (const name of names) {
        const { mtimeMs } = await stat(join(outbox, name));
        if (behaviour === 'slow' && now().getTime() - mtimeMs < slowMs) continue;
        await take(name, behaviour);
        taken += 1;
      }
      return taken;
    },
  };
}

async function readRecord(path: string): Promise<FiledRecord | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : record.parse(JSON.parse(text));
}

async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.entwurf`;
  await writeFile(draft, text, { mode: 0o600, flush: true });
  await rename(draft, path);
}
