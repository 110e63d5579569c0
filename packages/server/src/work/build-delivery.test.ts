import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApplication } from '../applications/application.js';
import { contentBytes } from '../applications/content.js';
import { fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { findApplication } from '../storage/applications.js';
import { findDelivery } from '../storage/deliveries.js';
import { seal } from '../storage/sealing.js';
import { buildDelivery } from './build-delivery.js';

let portal: SmallPortal;
beforeAll(async () => {
  portal = await startSmallPortal();
});
afterAll(() => portal.close());

it('does not leave out a file whose key is missing', async () => {
  const { office, municipality } = portal.running.portal;
  const { browser, page, id } = await fillAll(portal.base);
  await send(browser, page, {}, '/absenden');
  const row = await findApplication(office.database, id);
  const target = municipality.target('ablage');
  const delivery = await findDelivery(office.database, `${id}.ablage`);
  const key = row && office.key.open(row.wrapped_key, id);
  if (!row || !target || !delivery || !key) throw new Error('The application is not there');
  const { content } = await openApplication(office, row);
  const file = { attachment: 'lost', name: 'Nachweis.pdf', mediaType: 'application/pdf', size: 1 };
  const answers = { ...content.answers, G3: { F5: file } };
  const sealed = seal(contentBytes({ ...content, answers }), key, id);
  await office.database.updateTable('applications').set({ sealed }).where('id', '=', id).execute();
  const changed = await findApplication(office.database, id);
  if (!changed) throw new Error('The application is not there');
  const built = buildDelivery(office, municipality.sender, target, await openApplication(office, changed), delivery);
  await expect(built).rejects.toMatchObject({ code: 'attachment-key-missing', kind: 'refused' });
});
