import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { findApplication, findByReference, moveApplication } from './applications.js';
import { attachmentsOf, deleteAttachments, insertSentFiles, reserveAttachment, resizeAttachment, uploadsOf } from './attachments.js';
import {
  barrierReportRows,
  countOpenBarrierReports,
  deleteBarrierReportsBefore,
  insertBarrierReport,
  markBarrierReport,
} from './barrier-reports.js';
import { deleteSession, deleteSessionsBefore, findSession, insertSession, touchSession } from './clerk-sessions.js';
import type { FreshDatabase } from './databases.test-support.js';
import { onEachDatabase } from './databases.test-support.js';
import { deliveriesOf, findDelivery, insertDelivery, unservedDeliveries } from './deliveries.js';
import { attemptsOf, endAttempt, insertAttempt } from './delivery-attempts.js';
import { deleteDraftKey, deleteDraftKeys, deleteDraftKeysBefore, findDraftKey, keepDraftKey, latestDraftKey } from './draft-keys.js';
import { deleteDraft, expiredDrafts, findDraft, insertDraft, updateDraft } from './drafts.js';
import { appendEvent, eventsOf } from './events.js';
import { countByState, listApplications } from './inbox.js';
import { insertLetter, letterRowsOf, nextLetterNumber } from './letters.js';
import { findFailures, forgetFailures, forgetFailuresBefore, recordFailure } from './login-failures.js';
import { changeMailAddress, deleteUnconfirmedBefore, findMailAddress, putMailAddress } from './mail-addresses.js';
import { countMails, forgetMailsBefore, recordMail } from './mail-counts.js';
import { insertNotice, noticesOf, oldestNotice } from './notices.js';
import type { Database } from './open-database.js';
import { keepPackage, packageContent } from './packages.js';
import { countRequest, forgetRequestsBefore } from './request-counts.js';
import { aDelivery, aDraft, anApplication, keepSmallService } from './rows.test-support.js';

const day = (count: number): string => `2026-12-${String(count).padStart(2, '0')}T12:00:00.000Z`;
// Every byte: nothing of it may be taken for text.
const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));

onEachDatabase('what is kept', (freshDatabase) => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await fresh.open();
    await keepSmallService(database);
  });
  afterEach(() => fresh.drop());

  it('packages: by digest, the first content stays', async () => {
    const row = { digest: 'd', key: 'probe', version: '1', content: '{"a":"ẞ\u0327"}', stored_at: day(1) };
    await keepPackage(database, row);
    await keepPackage(database, { ...row, content: '{}' });
    expect(await packageContent(database, 'd')).toBe(row.content);
    expect(await packageContent(database, 'e')).toBeNull();
  });

  it('drafts: changed only by who read the latest revision, found when their time is over', async () => {
    await insertDraft(database, { ...aDraft('a'), ciphertext: bytes, expires_at: day(3) });
    expect(await findDraft(database, 'a')).toEqual({ ...aDraft('a'), ciphertext: bytes, expires_at: day(3) });
    const change = { ciphertext: Buffer.from('new'), updated_at: day(2), expires_at: day(4) };
    expect(await updateDraft(database, 'a', 1, change)).toBe(true);
    expect(await updateDraft(database, 'a', 1, change)).toBe(false);
    expect(await findDraft(database, 'a')).toMatchObject({ ...change, revision: 2 });
    expect(await expiredDrafts(database, day(3), 10)).toEqual([]);
    expect(await expiredDrafts(database, day(4), 10)).toEqual(['a']);
    expect(await deleteDraft(database, 'a', 1)).toBe(false);
    expect(await deleteDraft(database, 'a', 2)).toBe(true);
    expect(await findDraft(database, 'a')).toBeNull();
  });

  it('keys of drafts: the latest of a kind, none whose time is over', async () => {
    const row = { draft_id: 'a', holder: 'link' as const, wrapped_key: bytes, nonce: 'n', expires_at: null };
    await keepDraftKey(database, { ...row, lookup: '1', created_at: day(1) });
    await keepDraftKey(database, { ...row, lookup: '1', created_at: day(9) });
    await keepDraftKey(database, { ...row, lookup: '2', created_at: day(2), expires_at: day(5) });
    await keepDraftKey(database, { ...row, lookup: '3', created_at: day(1), holder: 'code' });
    expect((await findDraftKey(database, '1', day(9)))?.wrapped_key).toEqual(bytes);
    expect((await latestDraftKey(database, 'a', 'link', day(4)))?.lookup).toBe('2');
    expect((await latestDraftKey(database, 'a', 'link', day(5)))?.lookup).toBe('1');
    expect(await findDraftKey(database, '2', day(5))).toBeNull();
    await deleteDraftKeysBefore(database, day(5));
    expect(await deleteDraftKey(database, '2')).toBe(false);
    await deleteDraftKeys(database, 'a', ['link']);
    expect(await findDraftKey(database, '1', day(1))).toBeNull();
    expect(await deleteDraftKey(database, '3')).toBe(true);
  });

  it('applications: by id and reference, moved only from the state that was read', async () => {
    await anApplication(database, 'a');
    expect((await findByReference(database, 'PR-A'))?.id).toBe('a');
    expect(await moveApplication(database, 'a', 'submitted', { state: 'received', updated_at: day(2) })).toBe(true);
    expect(await moveApplication(database, 'a', 'submitted', { state: 'closed', updated_at: day(2) })).toBe(false);
    expect(await findApplication(database, 'a')).toMatchObject({ state: 'received', sealed: Buffer.alloc(0) });
    expect(await findApplication(database, 'b')).toBeNull();
    await expect(anApplication(database, 'a')).rejects.toBeDefined();
  });

  it('the inbox: newest first, by state and beginning of the reference', async () => {
    for (const id of ['a', 'b', 'ab']) await anApplication(database, id);
    await database
      .updateTable('applications')
      .set({ submitted_at: day(30) })
      .where('id', '=', 'b')
      .execute();
    await moveApplication(database, 'ab', 'submitted', { state: 'received', updated_at: day(2) });
    const list = async (query: Partial<Parameters<typeof listApplications>[1]>) =>
      (await listApplications(database, { state: null, reference: null, offset: 0, limit: 10, ...query })).map(({ id }) => id);
    expect(await list({})).toEqual(['b', 'ab', 'a']);
    expect(await list({ offset: 1, limit: 1 })).toEqual(['ab']);
    expect(await list({ state: 'received' })).toEqual(['ab']);
    expect(await list({ reference: 'PR-a' })).toEqual(['ab', 'a']);
    expect(await list({ reference: 'pr-a' })).toEqual(['ab', 'a']);
    expect(await list({ reference: '%b' })).toEqual([]);
    expect(await countByState(database, ['submitted', 'received', 'decided'], 'PR-A')).toEqual(
      new Map([
        ['received', 1],
        ['submitted', 1],
      ]),
    );
  });

  it('the inbox: counts no further than anybody wants to know', async () => {
    await anApplication(database, 'first');
    const row = await database.selectFrom('applications').selectAll().executeTakeFirstOrThrow();
    const many = Array.from({ length: 100 }, (_, part) =>
      Array.from({ length: 11 }, (__, at) => ({ ...row, id: `m-${part}-${at}`, reference: `PR-M-${part}-${at}` })),
    );
    for (const rows of many) await database.insertInto('applications').values(rows).execute();
    expect(await countByState(database, ['submitted'], null)).toEqual(new Map([['submitted', 1_001]]));
    expect(await countByState(database, ['submitted'], 'PR-M-7-')).toEqual(new Map([['submitted', 11]]));
  });

  it('events: in the order they came, never changed, nor deleted without their application', async () => {
    await anApplication(database, 'a');
    for (const kind of ['submit', 'receive']) await appendEvent(database, 'a', { at: day(1), kind, actor: 'system', data: { n: 1 } });
    expect((await eventsOf(database, 'a')).map(({ kind, data }) => [kind, data])).toEqual([
      ['submit', { n: 1 }],
      ['receive', { n: 1 }],
    ]);
    // Not `toThrow`: an addon makes errors of the realm that loaded it first.
    const refused = { message: expect.stringMatching(/^events: rows are never changed or deleted/) };
    await expect(database.updateTable('events').set({ actor: 'clerk:x' }).execute()).rejects.toMatchObject(refused);
    await expect(database.deleteFrom('events').execute()).rejects.toMatchObject(refused);
  });

  it('attachments: as many and as large as there is room for', async () => {
    const file = (id: string, size: number) => ({ id, application_id: 'a', size, created_at: day(1) });
    const room = { files: 2, bytes: 100 };
    expect(await reserveAttachment(database, file('1', 60), room)).toBe(true);
    expect(await reserveAttachment(database, file('2', 41), room)).toBe(false);
    expect(await reserveAttachment(database, file('2', 40), room)).toBe(true);
    expect(await reserveAttachment(database, file('3', 0), room)).toBe(false);
    await resizeAttachment(database, '2', 7);
    await deleteAttachments(database, []);
    await deleteAttachments(database, ['1']);
    expect(await uploadsOf(database, 'a')).toEqual([{ ...file('2', 7), kind: 'uploaded' }]);
    // What was made for a hand-over takes no room, and goes with the application all the same.
    await insertSentFiles(database, []);
    await insertSentFiles(database, [file('4', 1000)]);
    expect(await reserveAttachment(database, file('3', 90), room)).toBe(true);
    expect((await uploadsOf(database, 'a')).map(({ id }) => id).sort()).toEqual(['2', '3']);
    expect((await attachmentsOf(database, 'a')).map(({ id }) => id).sort()).toEqual(['2', '3', '4']);
  });

  it('letters: numbered within the case', async () => {
    await anApplication(database, 'a');
    expect(await nextLetterNumber(database, 'a')).toBe(1);
    await insertLetter(database, { application_id: 'a', number: 2, kind: 'answer', at: day(2), sealed: bytes });
    await insertLetter(database, { application_id: 'a', number: 1, kind: 'question', at: day(1), sealed: bytes });
    expect(await nextLetterNumber(database, 'a')).toBe(3);
    expect((await letterRowsOf(database, 'a')).map(({ number, sealed }) => [number, sealed])).toEqual([
      [1, bytes],
      [2, bytes],
    ]);
  });

  it('deliveries and their attempts: once for each target and supplement', async () => {
    await aDelivery(database, 'a', day(1));
    const again = { id: 'x', applicationId: 'a', target: 'ablage', state: 'pending', at: day(1) };
    await expect(insertDelivery(database, again)).rejects.toBeDefined();
    await insertDelivery(database, { ...again, supplement: 1 });
    expect((await deliveriesOf(database, ['a'])).map(({ id, supplement }) => [id, supplement])).toEqual([
      ['a.ablage', 0],
      ['x', 1],
    ]);
    expect(await deliveriesOf(database, [])).toEqual([]);
    const attempt = await insertAttempt(database, { delivery_id: 'x', number: 1, step: 'create', asked: 0, started_at: day(1) });
    await endAttempt(database, attempt, { ended_at: day(2), outcome: 'refuse', message: null });
    expect(await attemptsOf(database, 'x')).toEqual([
      {
        id: attempt,
        delivery_id: 'x',
        number: 1,
        step: 'create',
        asked: 0,
        started_at: day(1),
        ended_at: day(2),
        outcome: 'refuse',
        message: null,
      },
    ]);
    const unserved = async (targets: string[]) =>
      (await unservedDeliveries(database, { targets, states: ['pending'], now: day(2) })).map(({ id }) => id).sort();
    expect(await unserved([])).toEqual(['a.ablage', 'x']);
    expect(await unserved(['ablage'])).toEqual([]);
    expect((await findDelivery(database, 'x'))?.reason).toBeNull();
  });

  it('addresses for messages: one for each application, with its messages', async () => {
    for (const id of ['a', 'b']) {
      await anApplication(database, id);
      await putMailAddress(database, { application_id: id, sealed: bytes, attempts: 3, expires_at: day(2), confirmed_at: null });
      await putMailAddress(database, { application_id: id, sealed: bytes, attempts: 0, expires_at: day(2), confirmed_at: null });
      await insertNotice(database, { id: `n-${id}`, applicationId: id, kind: 'news', at: day(1) });
    }
    await changeMailAddress(database, 'a', { attempts: 1, confirmed_at: day(1) });
    expect(await oldestNotice(database)).toBe(day(1));
    expect(await deleteUnconfirmedBefore(database, day(2))).toBe(0);
    expect(await deleteUnconfirmedBefore(database, day(3))).toBe(1);
    expect(await findMailAddress(database, 'a')).toMatchObject({ attempts: 1, confirmed_at: day(1), sealed: bytes });
    expect(await findMailAddress(database, 'b')).toBeNull();
    expect(await noticesOf(database, 'a')).toHaveLength(1);
    expect(await noticesOf(database, 'b')).toEqual([]);
  });

  it('counts of mails, requests and failed logins, until they are forgotten', async () => {
    await recordMail(database, ['s', 't'], day(1));
    await recordMail(database, ['s'], day(2));
    expect(await countMails(database, 's', day(1))).toBe(1);
    await forgetMailsBefore(database, day(2));
    expect(await countMails(database, 's', '')).toBe(1);
    expect(await countRequest(database, { digest: 'd', minute: day(1) })).toBe(1);
    expect(await countRequest(database, { digest: 'd', minute: day(1) })).toBe(2);
    await forgetRequestsBefore(database, day(2));
    expect(await countRequest(database, { digest: 'd', minute: day(1) })).toBe(1);
    await recordFailure(database, 'x', day(1));
    await recordFailure(database, 'x', day(2));
    expect(await findFailures(database, 'x')).toEqual({ account_digest: 'x', failures: 2, locked_until: day(2) });
    await forgetFailuresBefore(database, day(2));
    await forgetFailures(database, []);
    expect(await findFailures(database, 'x')).not.toBeNull();
    await forgetFailures(database, ['x']);
    expect(await findFailures(database, 'x')).toBeNull();
  });

  it('sessions of clerks, until they were not used for long', async () => {
    await insertSession(database, { id: 's', account: 'amt', created_at: day(1), seen_at: day(1) });
    await touchSession(database, 's', day(3));
    await deleteSessionsBefore(database, day(3));
    expect(await findSession(database, 's')).toMatchObject({ account: 'amt', seen_at: day(3) });
    await deleteSession(database, 's');
    expect(await findSession(database, 's')).toBeNull();
  });

  it('reports of barriers: open and done, newest first', async () => {
    const report = (id: string, at: string) => ({ id, created_at: at, sealed: bytes, done_at: null, done_by: null });
    for (const [index, id] of ['a', 'b', 'c'].entries()) await insertBarrierReport(database, report(id, day(index + 1)));
    expect(await markBarrierReport(database, 'b', { at: day(4), by: 'amt' })).toBe(true);
    expect(await markBarrierReport(database, 'x', null)).toBe(false);
    expect((await barrierReportRows(database, false, 10)).map(({ id }) => id)).toEqual(['c', 'a']);
    expect((await barrierReportRows(database, true, 10))[0]).toMatchObject({ id: 'b', sealed: bytes, done_by: 'amt' });
    expect(await countOpenBarrierReports(database)).toBe(2);
    expect(await deleteBarrierReportsBefore(database, day(3))).toBe(2);
  });
});
