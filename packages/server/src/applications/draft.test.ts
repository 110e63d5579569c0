import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { later } from './clock.js';
import { expireDrafts } from './discard.js';
import { openDraft, saveDraft } from './draft.js';
import type { Draft } from './draft.js';
import type { Office } from './office.js';
import { startApplication } from './start.js';
import { openUploads } from './uploads.js';

let portal: SmallPortal;
let office: Office;
let now = new Date('2026-12-24T12:00:00Z');
const visit = randomBytes(32);

beforeEach(async () => {
  portal = await startSmallPortal({ clock: { now: () => now } });
  office = portal.running.portal.office;
});
afterEach(() => portal.close());

async function draftOf(name: string): Promise<Draft> {
  const service = office.services.offered[0];
  if (!service) throw new Error('There is no service');
  const draft = await startApplication(office, visit, service, 'de');
  const saved = await saveDraft(office, draft, { ...draft.content, answers: { G1: { F1: name } } });
  if (!saved) throw new Error('The draft was not saved');
  return saved;
}

it('opens with the secret of its citizen only', async () => {
  const { id } = await draftOf('Zoë Müller');
  expect((await openDraft(office, visit, id))?.content.answers).toEqual({ G1: { F1: 'Zoë Müller' } });
  expect(await openDraft(office, randomBytes(32), id)).toBeNull();
  const row = await office.database.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(row.ciphertext.includes('Zoë')).toBe(false);
});

it('does not open in the place of another draft', async () => {
  const [one, other] = [await draftOf('Eins'), await draftOf('Zwei')];
  const { ciphertext } = await office.database.selectFrom('drafts').selectAll().where('id', '=', one.id).executeTakeFirstOrThrow();
  await office.database.updateTable('drafts').set({ ciphertext }).where('id', '=', other.id).execute();
  expect(await openDraft(office, visit, other.id)).toBeNull();
});

it('is not overwritten by who has not seen the latest change', async () => {
  const draft = await draftOf('Eins');
  expect(await saveDraft(office, draft, draft.content)).not.toBeNull();
  expect(await saveDraft(office, draft, draft.content)).toBeNull();
});

it('is gone when its time is over, with its files; a change prolongs it', async () => {
  const draft = await draftOf('Eins');
  await openUploads(office, draft.id).receive({ input: 'G3/F5', name: 'a.pdf', stream: Readable.from([Buffer.from('%PDF-')]) }, 100);
  now = later(now, { days: 29 });
  expect(await expireDrafts(office)).toBe(0);
  const prolonged = await saveDraft(office, draft, draft.content);
  now = later(now, { days: 29 });
  expect(await expireDrafts(office)).toBe(0);
  expect(prolonged).not.toBeNull();
  now = later(now, { days: 1 });
  expect(await openDraft(office, visit, draft.id)).toBeNull();
  expect(await expireDrafts(office)).toBe(1);
  expect(await readdir(join(portal.data, 'attachments'))).toEqual([]);
  expect(await office.database.selectFrom('attachments').selectAll().execute()).toEqual([]);
});
