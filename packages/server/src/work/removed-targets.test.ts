import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLog } from '../security/log.js';
import { startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { deliveriesOf, insertDelivery } from '../storage/deliveries.js';
import { eventsOf } from '../storage/events.js';
import { anApplication } from '../storage/rows.test-support.js';
import { reportRemovedTargets } from './removed-targets.js';

let portal: SmallPortal;
beforeAll(async () => {
  portal = await startSmallPortal();
});
afterAll(() => portal.close());

it('leaves what waits for a target that was removed to a person', async () => {
  const { office } = portal.running.portal;
  const at = '2099-01-01T00:00:00.000Z';
  const states = ['pending', 'retrying', 'asking', 'creating', 'acknowledged'];
  for (const state of states) {
    await anApplication(office.database, state);
    await insertDelivery(office.database, { id: `${state}.weg`, applicationId: state, target: 'weg', state, at });
    await insertDelivery(office.database, { id: `${state}.ablage`, applicationId: state, target: 'ablage', state, at });
  }
  await reportRemovedTargets(office, ['ablage'], createLog('silent'));
  const rows = await deliveriesOf(office.database, states);
  const inState = (wanted: string) => rows.filter(({ state }) => state === wanted).map(({ id }) => id);
  expect(inState('needs-attention').sort()).toEqual(['pending.weg', 'retrying.weg']);
  // These may have arrived.
  expect(inState('unclear').sort()).toEqual(['asking.weg', 'creating.weg']);
  expect(rows.find(({ id }) => id === 'pending.weg')?.last_error).toContain('no longer configured');
  expect((await eventsOf(office.database, 'creating')).map(({ kind }) => kind)).toEqual(['delivery-unclear']);
});
