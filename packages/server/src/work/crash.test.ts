import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compileForm } from '@serviceportal/form-engine';
import { offeredArchive, startDemonstration } from '../browser/started-portal.test-support.js';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { onEachDatabase } from '../storage/databases.test-support.js';
import { openBrowser } from '../try/browser.js';
import { fillForm, submitForm } from '../try/walk.js';

onEachDatabase('a portal that is killed', (freshDatabase) => {
  let data: string;
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
    data = await mkdtemp(join(tmpdir(), 'serviceportal-crash-'));
  });
  afterAll(async () => {
    await rm(data, { recursive: true, force: true });
    await fresh.drop();
  });

  const cases = (): string[] => {
    try {
      return readdirSync(join(data, 'fachverfahren', 'faelle'));
    } catch {
      return [];
    }
  };

  it('delivers every application once, though the process is killed as soon as it has answered', async () => {
    const archive = await offeredArchive('hundesteuer');
    const form = compileForm(archive.form);
    const submitted: string[] = [];
    for (const [round, wait] of [0, 20].entries()) {
      const portal = await startDemonstration([], data, fresh.environment);
      const dead = new Promise((resolve) => portal.process.once('exit', resolve));
      const kill = (): void => void delay(wait).then(() => portal.process.kill('SIGKILL'));
      const browser = openBrowser(portal.citizen, (path, status) => {
        if (!path.endsWith('/absenden') || status !== 303) return;
        submitted.push(path);
        kill();
      });
      const { check } = await fillForm(browser, 'hundesteuer', form, round);
      // The page behind the answer may be reached or not: the process dies in the middle of it.
      await submitForm(browser, check).catch(() => undefined);
      await dead;
    }
    expect(submitted).toHaveLength(2);

    const portal = await startDemonstration([], data, fresh.environment);
    const deadline = Date.now() + 120_000;
    while (cases().length < submitted.length && Date.now() < deadline) await delay(100);
    // Long enough for a second delivery, if there were one.
    await delay(1_000);
    expect(cases()).toHaveLength(submitted.length);
    const ended = new Promise((resolve) => portal.process.once('exit', resolve));
    portal.process.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 300_000);
});
