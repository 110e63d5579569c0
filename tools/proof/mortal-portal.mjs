// One process of a portal that ends at a place it is told: what a killed machine does, at the worst moments.
import { join, resolve } from 'node:path';
import { root } from '../workspace.mjs';

const dist = (path) => import(join(root, 'packages/server/dist', path));
const { municipalitySchema } = await dist('municipalities/configuration.js');
const { municipalityOf } = await dist('municipalities/municipality.js');
const { offeredPackages } = await dist('municipalities/package-archives.js');
const { createLog } = await dist('security/log.js');
const { startPortal } = await dist('start-portal.js');

const {
  data,
  configuration,
  environment,
  port = 0,
  clockAheadSeconds = 0,
  deadly: place = null,
  log = 'silent',
} = JSON.parse(process.env.PROOF_PORTAL);

let ahead = clockAheadSeconds;
/** `{ target, step, asked, boundary: recover | begin | keep | end, when: before | after, only, except }` or null. */
let deadly = place;
let watching = false;

process.on('message', (message) => {
  if ('deadly' in message) deadly = message.deadly;
  if ('watching' in message) watching = message.watching;
  if ('clockAheadSeconds' in message) ahead = message.clockAheadSeconds;
  process.send({ heard: true });
});

function pass(boundary, when, held, step, asked) {
  const { target, application_id: application } = held.row;
  const place = { target, step: step ?? null, asked: Boolean(asked), boundary, when };
  if (watching) process.send({ passed: { ...place, application } });
  if (!deadly) return;
  const here = Object.entries(place).every(([name, value]) => deadly[name] === undefined || deadly[name] === value);
  const meant = (!deadly.only || deadly.only === application) && !deadly.except?.includes(application);
  // Nothing runs after this: no handler, no buffer, no answer.
  if (here && meant) process.kill(process.pid, 'SIGKILL');
}

/** The portal's own journal, with a possible end before and after each of its transactions. */
const mortal = (own) => {
  const around =
    (name, place) =>
    async (held, ...rest) => {
      const [step, asked] = place(held, ...rest);
      pass(name, 'before', held, step, asked);
      const result = await own[name](held, ...rest);
      pass(name, 'after', held, step, asked);
      return result;
    };
  const underWay = (begun) => [begun.step, begun.asked];
  return {
    ...own,
    recover: around('recover', () => [null, false]),
    begin: around('begin', (_held, step, asked) => [step, asked]),
    keep: around('keep', underWay),
    end: around('end', underWay),
  };
};

const parsed = municipalitySchema.parse(configuration);
const text = { heading: 'Text', paragraphs: [], sections: [] };
const municipality = await municipalityOf(parsed, resolve(data), { imprint: text, privacy: text, accessibility: text });
const running = await startPortal({
  municipality,
  offers: offeredPackages(join(root, 'build/packages'), ['drei-seiten']).map((pkg) => ({ package: pkg, preview: false })),
  data: resolve(data),
  port,
  host: '127.0.0.1',
  log: createLog(log),
  environment: { ...process.env, ...environment },
  clock: { now: () => new Date(Date.now() + ahead * 1000) },
  journal: mortal,
});
process.send({ ready: running.port });
process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)));
