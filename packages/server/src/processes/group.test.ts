import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compileForm } from '@serviceportal/form-engine';
import { repository } from '@serviceportal/test-support';
import { offeredArchive, startDemonstration } from '../browser/started-portal.test-support.js';
import type { StartedPortal } from '../browser/started-portal.test-support.js';
import { openBrowser } from '../try/browser.js';
import { fillForm, submitForm } from '../try/walk.js';

/** Processes whose parent this is (proc(5)). */
function membersOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}

/** Asks on a connection of its own, so that it may be any member that answers. */
const ask = (path: string): Promise<Response> => fetch(new URL(path, portal.citizen), { headers: { connection: 'close' } });

async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await met())) await delay(50);
}

let portal: StartedPortal;
let group: number;
beforeAll(async () => {
  portal = await startDemonstration(['--processes', '2']);
  group = portal.process.pid ?? 0;
}, 120_000);
afterAll(() => portal?.stop());

it('shares one port and one database: an application that one process began, any goes on with', async () => {
  expect(membersOf(group)).toHaveLength(2);
  const form = compileForm((await offeredArchive('hundesteuer')).form);
  for (const seed of [1, 2, 3]) {
    const browser = openBrowser(portal.citizen);
    const { check } = await fillForm(browser, 'hundesteuer', form, seed);
    expect((await submitForm(browser, check)).status).toBe(200);
  }
}, 120_000);

it('adds up what the processes count, and asks each only once for what all know', async () => {
  const before = await counted();
  for (let time = 0; time < 10; time++) await (await ask('/impressum')).text();
  expect((await counted()) - before).toBe(10);
  const metrics = await (await ask('/metrics')).text();
  expect(metrics.match(/^serviceportal_outbox_age_seconds /gm)).toHaveLength(1);
});

async function counted(): Promise<number> {
  const metrics = await (await ask('/metrics')).text();
  const lines = metrics.split('\n').filter((line) => line.startsWith('serviceportal_request_seconds_count') && line.includes('impressum'));
  expect(lines.length).toBeLessThanOrEqual(1);
  return Number(lines[0]?.split(' ').at(-1) ?? 0);
}

it('goes on when a process is killed, and starts another in its place', async () => {
  const [victim = 0, other] = membersOf(group);
  process.kill(victim, 'SIGKILL');
  await until(() => !membersOf(group).includes(victim));
  expect((await ask('/')).status).toBe(200);
  await until(() => membersOf(group).length === 2);
  expect(membersOf(group)).toContain(other);
}, 120_000);

it('ends with all its processes when it is told to, and they end with it when it is killed', async () => {
  const members = membersOf(group);
  const ended = new Promise((resolve) => portal.process.once('exit', resolve));
  portal.process.kill('SIGTERM');
  expect(await ended).toBe(0);
  await until(() => members.every(isGone));

  portal = await startDemonstration(['--processes', '2']);
  const orphans = membersOf(portal.process.pid ?? 0);
  expect(orphans).toHaveLength(2);
  const killed = new Promise((resolve) => portal.process.once('exit', resolve));
  portal.process.kill('SIGKILL');
  await killed;
  await until(() => orphans.every(isGone));
}, 120_000);

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

it('does not start half: what hinders one process stops the command, and it says what', async () => {
  const command = ['packages/server/bin/serviceportal.js', 'start', '--processes', '2', '--port', '0'];
  const child = spawn(process.execPath, [...command, '--municipality', 'examples/musterstadt', '--packages', 'docs'], {
    cwd: repository,
    env: {
      ...process.env,
      FACHVERFAHREN_URL: 'http://127.0.0.1:9',
      FACHVERFAHREN_WEBHOOK_SECRET: 'x'.repeat(32),
      KONTO_URL: 'http://127.0.0.1:9',
      KONTO_SECRET: 'x',
      LINK_SECRET: 'ab'.repeat(32),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
  expect(said).toContain('hundesteuer');
  expect(said).toContain('the reason stands above');
}, 120_000);
