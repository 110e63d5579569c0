import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { onEachDatabase } from '../storage/databases.test-support.js';
import type { Database } from '../storage/open-database.js';
import { aDelivery, keepSmallService } from '../storage/rows.test-support.js';
import { countFailure, pauseTarget } from '../storage/targets.js';
import { createMetrics } from './metrics.js';

onEachDatabase('the figures of hand-overs', (freshDatabase) => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await fresh.open();
    await keepSmallService(database);
  });
  afterEach(() => fresh.drop());

  it('say what is open at which target, since when, and which target is left alone', async () => {
    const hours = (count: number): string => new Date(Date.now() - count * 3_600_000).toISOString();
    for (const [id, since] of [
      ['a', hours(1)],
      ['b', hours(3)],
      ['c', hours(9)],
    ] as const)
      await aDelivery(database, id, since);
    await database.updateTable('deliveries').set({ state: 'unclear' }).where('application_id', '=', 'b').execute();
    await database.updateTable('deliveries').set({ state: 'acknowledged' }).where('application_id', '=', 'c').execute();
    await countFailure(database, 'ablage', new Date().toISOString());
    await pauseTarget(database, 'ablage', hours(2), hours(0));
    const text = await createMetrics(database).read();
    expect(text).toContain('serviceportal_deliveries{target="ablage",state="pending"} 1\n');
    expect(text).toContain('serviceportal_deliveries{target="ablage",state="unclear"} 1\n');
    expect(text).not.toContain('state="acknowledged"');
    const figure = (name: string): number => Number(new RegExp(`^${name}\\{target="ablage"\\} (\\S+)$`, 'm').exec(text)?.[1]);
    expect(figure('serviceportal_delivery_age_seconds')).toBeCloseTo(3 * 3600, -2);
    expect(figure('serviceportal_target_paused_seconds')).toBeCloseTo(2 * 3600, -2);
  });
});
