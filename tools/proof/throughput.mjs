// Proof 4: how many submissions a second are handed over, with one to four processes; and what a hundred thousand stored applications cost.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../workspace.mjs';
import { apply } from './client.mjs';
import { startCounterparts } from './counterparts.mjs';
import { freshDatabase } from './databases.mjs';
import { configurationWith } from './municipality.mjs';
import { startPortal } from './portal.mjs';
import { settle } from './tally.mjs';

const { sql } = await import(createRequire(join(root, 'packages/server/package.json')).resolve('kysely'));
const { hashPassword } = await import(join(root, 'packages/server/dist/municipalities/password.js'));
const clerk = { username: 'meier', password: 'vierundzwanzig-moehren' };
const submitAtOnce = 16;

async function withPortals(kind, processes, names, work) {
  const folder = mkdtempSync(join(tmpdir(), 'serviceportal-throughput-'));
  const database = await freshDatabase(kind, folder);
  const counterparts = await startCounterparts(folder, names);
  const portals = [];
  try {
    const clerks = [{ username: clerk.username, name: 'Petra Meier', password: await hashPassword(clerk.password) }];
    const configuration = { ...configurationWith(counterparts.targets), clerks };
    const environment = { ...database.environment, ...counterparts.environment };
    for (let index = 0; index < processes; index += 1) portals.push(await startPortal({ data: folder, configuration, environment }));
    return await work({ portals, database });
  } finally {
    for (const portal of portals) await portal.stop();
    await counterparts.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets so many through at once, once it is opened. */
function gate(width) {
  const waiting = [];
  let open = false;
  let inside = 0;
  const next = () => {
    while (open && inside < width && waiting.length > 0) {
      inside += 1;
      waiting.shift()();
    }
  };
  return {
    waiting: () => waiting.length,
    pass: () => new Promise((resolve) => (waiting.push(resolve), next())),
    leave: () => ((inside -= 1), next()),
    open: () => ((open = true), next()),
  };
}

/** Filled-in applications, all submitted at once. @returns applications a second: answered to the citizen, and acknowledged by all targets */
async function burst({ portals, database }, count) {
  const citizens = gate(submitAtOnce);
  const filling = gate(submitAtOnce);
  filling.open();
  const all = Array.from({ length: count }, async (_, index) => {
    await filling.pass();
    const citizen = await apply(portals[index % portals.length].base, () => (filling.leave(), citizens.pass()));
    citizens.leave();
    return citizen;
  });
  while (citizens.waiting() < count) await delay(20);
  const begun = performance.now();
  citizens.open();
  const told = (await Promise.all(all)).filter(({ reference }) => reference !== null);
  const answered = performance.now();
  await settle(database, 600_000);
  const settledAt = performance.now();
  const open = (await database.deliveries()).filter(({ state }) => state !== 'acknowledged').length;
  if (told.length < count || open > 0)
    throw new Error(`Of ${count} applications ${told.length} were accepted, ${open} hand-overs are open.`);
  const perSecond = (until) => (count * 1000) / (until - begun);
  return { answered: perSecond(answered), acknowledged: perSecond(settledAt) };
}

/**
 * Copies of the newest application with all its rows, until there are so many. One is asked about each minute from now on. PostgreSQL then counts
 * what is there, as it does by itself within a minute (autovacuum).
 */
async function growTo(database, count) {
  const store = await database.database();
  const [template] = await store.selectFrom('applications').selectAll().orderBy('submitted_at', 'desc').limit(1).execute();
  const tables = ['deliveries', 'events', 'attachments'];
  const own = new Map();
  for (const table of tables) own.set(table, await store.selectFrom(table).selectAll().where('application_id', '=', template.id).execute());
  const { count: there } = await store
    .selectFrom('applications')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirst();
  const begun = Date.now();
  const perStatement = 25;
  const perTransaction = 1_000;
  const copy = async (transaction, numbers) => {
    const idOf = (number) => `${template.id}-${number}`;
    const at = (number) => new Date(Date.parse(template.submitted_at) - number * 60_000).toISOString();
    const copies = numbers.map((number) => ({ ...template, id: idOf(number), reference: `MH-ALT-${number}`, submitted_at: at(number) }));
    await transaction.insertInto('applications').values(copies).execute();
    for (const [table, rows] of own) {
      const copied = numbers.flatMap((number) =>
        rows.map(({ id, ...row }) => ({
          ...row,
          application_id: idOf(number),
          // Numbers are given by the database.
          ...(typeof id === 'string' && { id: `${id}-${number}` }),
          ...(table === 'deliveries' && { status_due_at: new Date(begun + number * 60_000).toISOString() }),
        })),
      );
      if (copied.length > 0) await transaction.insertInto(table).values(copied).execute();
    }
  };
  for (let made = Number(there); made < count; made += perTransaction) {
    const end = Math.min(count, made + perTransaction);
    await store.transaction().execute(async (transaction) => {
      for (let first = made; first < end; first += perStatement)
        await copy(
          transaction,
          Array.from({ length: Math.min(perStatement, end - first) }, (_, index) => first + index),
        );
    });
  }
  await sql`analyze`.execute(store);
}

async function signIn(base) {
  const address = new URL('/amt/anmelden', base);
  const cookies = new Map();
  const keep = (response) => {
    // A later one takes the place of an earlier one.
    for (const cookie of response.headers.getSetCookie()) cookies.set(...cookie.split(';')[0].split(/=(.*)/s).slice(0, 2));
    return [...cookies].map((pair) => pair.join('=')).join('; ');
  };
  const page = await fetch(address);
  const cookie = keep(page);
  const token = /name="_csrf" value="([^"]*)"/.exec(await page.text())[1];
  const answer = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...clerk, _csrf: token }).toString(),
  });
  if (answer.status !== 303) throw new Error(`The clerk cannot sign in: ${answer.status}`);
  return keep(answer);
}

/** Milliseconds that a single user waits after the last button of the form. */
async function submitting({ base }) {
  let pressed;
  await apply(base, () => (pressed = performance.now()));
  return performance.now() - pressed;
}

/** And for the first page of the inbox. */
async function inbox({ base, cookie }) {
  const begun = performance.now();
  const page = await fetch(new URL('/amt', base), { headers: { cookie } });
  if (!(await page.text()).includes('MH-')) throw new Error(`The inbox shows nothing (${page.status} ${page.url}).`);
  return performance.now() - begun;
}

/** The middle one of what each takes, tried in turn: a machine is not as fast at every moment. */
async function mediansInTurn(times, measure, portals) {
  const taken = portals.map(() => []);
  for (let time = 0; time < times; time += 1) for (const [index, portal] of portals.entries()) taken[index].push(await measure(portal));
  return taken.map((all) => all.sort((one, other) => one - other)[Math.floor(all.length / 2)]);
}

/** Two portals side by side, one with few stored applications and one with many. */
async function growth(kind) {
  const counts = [1_000, 100_000];
  const filled = async ({ portals: [{ base }], database }, count) => {
    await apply(base);
    await settle(database, 60_000);
    await growTo(database, count);
    return { base, cookie: await signIn(base) };
  };
  const parts = [kind, 1, ['directory']];
  return withPortals(...parts, async (one) =>
    withPortals(...parts, async (other) => {
      const portals = [await filled(one, counts[0]), await filled(other, counts[1])];
      await mediansInTurn(10, submitting, portals);
      await mediansInTurn(10, inbox, portals);
      const submit = await mediansInTurn(31, submitting, portals);
      const shown = await mediansInTurn(61, inbox, portals);
      return counts.map((count, index) => ({ kind, count, submit: submit[index], inbox: shown[index] }));
    }),
  );
}

/** How many times what it cost with few stored applications it costs with many: the worst of all. */
const growthOf = (grown) =>
  Math.max(
    ...grown.flatMap((many) => {
      const few = grown.find(({ kind, count }) => kind === many.kind && count < many.count);
      return few ? [many.submit / few.submit, many.inbox / few.inbox] : [];
    }),
  );

export async function throughput({ applications = 400, report }) {
  const bursts = [];
  for (const kind of ['SQLite', 'PostgreSQL'])
    for (const processes of [1, 2, 4]) {
      const result = await withPortals(kind, processes, ['http', 'directory'], (parts) => burst(parts, applications));
      bursts.push({ kind, processes, ...result });
      report(`${kind} with ${processes}`);
    }
  const grown = [];
  for (const kind of ['SQLite', 'PostgreSQL']) {
    grown.push(...(await growth(kind)));
    report(`growth on ${kind}`);
  }
  return { bursts, grown, growth: growthOf(grown) };
}
