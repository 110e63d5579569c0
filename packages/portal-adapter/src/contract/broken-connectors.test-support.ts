import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DeliveryError } from './delivery.js';
import type {
  Delivery,
  DeliveryConnector,
  DeliveryErrorKind,
  DeliveryFile,
  DeliveryStep,
  Progress,
  Receipt,
  StepResult,
} from './delivery.js';

type Breaking = (sound: DeliveryConnector) => Partial<DeliveryConnector>;

/** Every step of the sound connector, changed. */
const steps =
  (change: (step: DeliveryStep) => Partial<DeliveryStep>): Breaking =>
  (sound) => ({ steps: sound.steps.map((step) => ({ ...step, ...change(step) })) });

const handing = (change: (delivery: Delivery) => Delivery | Promise<Delivery>): Breaking =>
  steps((step) => ({ run: async (delivery, context) => step.run(await change(delivery), context) }));

const files = (change: (all: readonly DeliveryFile[]) => readonly DeliveryFile[] | Promise<readonly DeliveryFile[]>): Breaking =>
  handing(async (delivery) => ({ ...delivery, files: await change(delivery.files) }));

const failing = (change: (error: DeliveryError, delivery: Delivery) => Error): Breaking =>
  steps((step) => ({
    run: (delivery, context) =>
      step
        .run(delivery, context)
        .catch((error: unknown) => Promise.reject(error instanceof DeliveryError ? change(error, delivery) : error)),
  }));

const saying = (from: DeliveryErrorKind, to: DeliveryErrorKind): Breaking =>
  failing((error) => (error.kind === from ? new DeliveryError(error.code, to, error.message) : error));

/** Leaves this as progress of every step. */
const noting = (made: (delivery: Delivery) => Progress | Promise<Progress>): Breaking =>
  steps((step) => ({
    run: async (delivery, context) => ({ ...(await step.run(delivery, context)), progress: await made(delivery) }),
  }));

const accepted = { state: 'accepted', at: '2026-03-01T09:30:00.000Z' } as const;

const withoutTime = new AbortController().signal;

async function inMemory(file: DeliveryFile): Promise<DeliveryFile> {
  const bytes = await buffer(file.open());
  return { ...file, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), open: () => Readable.from([bytes]) };
}

/** Mistakes connectors make, each on top of a sound one. */
export const brokenConnectors = {
  'drops the last file': files((all) => all.slice(0, -1)),
  'drops empty files': files((all) => all.filter((file) => file.size > 0)),
  'drops files of the same name': files((all) => [...new Map(all.map((file) => [file.name.toLowerCase(), file])).values()]),
  'writes names in ASCII': files((all) => all.map((file) => ({ ...file, name: file.name.replace(/[^\x20-\x7e]/g, '?') }))),
  'sends a new key every time': handing((delivery) => ({ ...delivery, key: randomUUID() })),
  'takes the reference for the key': handing((delivery) => ({ ...delivery, key: delivery.reference })),
  'reads whole files, and takes them as they are': files((all) => Promise.all(all.map(inMemory))),
  'calls the unclear unavailable': saying('unclear', 'unavailable'),
  'gives up what could be tried again': saying('unavailable', 'refused'),
  'keeps the reason to itself': failing((error) => new DeliveryError(error.code, error.kind, error.message)),
  'names files in its errors': failing(
    (error, delivery) => new DeliveryError(error.code, error.kind, `${delivery.files.map((file) => file.name).join()}: ${error.message}`),
  ),
  'takes all the time it wants': steps((step) => ({
    run: (delivery, context) => step.run(delivery, { ...context, signal: withoutTime }),
  })),
  'never finds anything': steps(() => ({ find: () => Promise.resolve(null) })),
  'finds whatever it delivered last': (sound) => {
    let last: StepResult | null = null;
    return steps((step) => ({ run: async (...all) => (last = await step.run(...all)), find: () => Promise.resolve(last) }))(sound);
  },
  'is worn out by its first failure': (sound) => {
    let failed = false;
    return steps((step) => ({
      async run(...all) {
        if (failed) throw new DeliveryError('worn-out', 'unavailable', 'Stopped.');
        return step.run(...all).catch((error: unknown) => {
          failed = true;
          throw error;
        });
      },
    }))(sound);
  },
  'takes what was interrupted for done': steps((step) => ({
    find: async (identity, context) => {
      const receipt = { counterpartReference: 'A-1', acceptedAt: '2026-03-01T09:30:00.000Z' };
      return (await step.find?.(identity, context)) ?? { receipt };
    },
  })),
  'makes two of what is repeated': steps((step) => ({
    whenUnclear: 'repeat',
    run: (delivery, context) => step.run({ ...delivery, key: randomUUID() }, context),
  })),
  'remembers its progress in a way that cannot be written down': noting(() => ({ numbers: new Map([['a', 1]]) })),
  'writes answers into its progress': noting(async ({ files }) => ({
    data: files[0] ? (await buffer(files[0].open())).toString('base64') : '',
  })),
  'says that its counterpart tells what became of a case': (sound) => ({
    sheet: { ...sound.sheet, statusBack: sound.status === undefined },
  }),
  'says that its counterpart cannot be asked': (sound) => ({ sheet: { ...sound.sheet, lookupByKey: false } }),
  'asks a person about what can be asked by key': steps(() => ({ whenUnclear: 'person' })),
  'takes a step twice': (sound) => ({ steps: [...sound.steps, ...sound.steps] }),
  'believes every receipt': (sound) => ({ steps: sound.steps.filter((step) => step.name !== 'confirm') }),
  'remembers in its memory what belongs into its progress': (sound) => {
    let remembered: Receipt | undefined;
    const remembering = async (result: StepResult): Promise<StepResult> => {
      remembered = result.receipt ?? remembered;
      if (!remembered) throw new Error('This process has not seen the receipt.');
      return Promise.resolve({ receipt: remembered });
    };
    return steps((step) => ({ run: async (...all) => remembering(step.name === 'confirm' ? {} : await step.run(...all)) }))(sound);
  },
  'takes every case for accepted': () => ({ status: () => Promise.resolve(accepted) }),
  'tells nothing of a case': () => ({ status: () => Promise.resolve(null) }),
  'keeps to itself why a case was rejected': ({ status }) => ({
    status: async (...all) => {
      const told = await status?.(...all);
      return told ? { state: told.state, at: told.at } : null;
    },
  }),
  'takes nonsense for acceptance': ({ status }) => ({ status: async (...all) => (await status?.(...all).catch(() => accepted)) ?? null }),
  'learns nothing from callbacks': () => ({ callback: () => Promise.resolve({ keys: [], counterpartReferences: [] }) }),
  'believes every callback': () => ({
    callback: ({ body }) => {
      const { keys } = JSON.parse(body.toString('utf8')) as { keys: string[] };
      return Promise.resolve({ keys, counterpartReferences: [] });
    },
  }),
  'does not look at the time of a callback': ({ callback }) => ({
    callback: async (request) => {
      const now = new Date(Number(request.headers['callback-timestamp']) * 1000);
      return (await callback?.({ ...request, now })) ?? { keys: [], counterpartReferences: [] };
    },
  }),
  'confuses answers': (sound) => {
    let before: StepResult | undefined;
    return steps((step) => ({ run: async (...all) => (before ??= await step.run(...all)) }))(sound);
  },
} as const satisfies Record<string, Breaking>;

/** Writes files under the names they come with. */
export function gullibleDirectoryConnector(path: string, sheet: DeliveryConnector['sheet']): DeliveryConnector {
  return {
    sheet,
    steps: [{ name: 'create', whenUnclear: 'repeat', run: (delivery) => put(delivery) }],
  };
  async function put(delivery: Delivery): Promise<StepResult> {
    const folder = join(path, delivery.reference);
    mkdirSync(folder, { recursive: true });
    for (const file of delivery.files) {
      const target = join(folder, file.name.replace(/\0.*/s, '').slice(0, 100) || 'Datei');
      if (target !== folder && !path.startsWith(target)) writeFileSync(target, await buffer(file.open()));
    }
    return { receipt: { counterpartReference: delivery.reference, acceptedAt: delivery.submittedAt } };
  }
}
