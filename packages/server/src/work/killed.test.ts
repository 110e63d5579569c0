import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DeliveryStep } from '@serviceportal/portal-adapter';
import type { Office } from '../applications/office.js';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { onEachDatabase } from '../storage/databases.test-support.js';
import { findDelivery } from '../storage/deliveries.js';
import { attemptsOf } from '../storage/delivery-attempts.js';
import { aProbe, counterpart, probeOffice, receipt, take } from './counterpart.test-support.js';
import type { StepPlan } from './counterpart.test-support.js';
import type { Journal } from './journal.js';

const names = ['reserve', 'create', 'attach'] as const;
const moments = ['before begin', 'after begin', 'before end', 'after end'] as const;
type Moment = (typeof moments)[number];

/** A journal whose process is dead from this moment of this step on. */
function dyingAt(step: string, moment: Moment): (own: Journal) => Journal {
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Error('killed');
  };
  const around = async <Result>(name: string, call: 'begin' | 'end', write: () => Promise<Result>): Promise<Result> => {
    if (dead || (name === step && moment === `before ${call}`)) die();
    const written = await write();
    if (name === step && moment === `after ${call}`) die();
    return written;
  };
  return (own) => ({
    ...own,
    begin: (opened, name, asked) => around(name, 'begin', () => own.begin(opened, name, asked)),
    end: (begun, outcome) => around(begun.step, 'end', () => own.end(begun, outcome)),
  });
}

onEachDatabase('a hand-over whose process is killed', (freshDatabase) => {
  let fresh: FreshDatabase;
  let office: Office;
  let now = new Date('2026-12-24T12:00:00Z');
  beforeAll(async () => {
    fresh = await freshDatabase();
    office = await probeOffice(fresh, () => now);
  });
  afterAll(() => fresh.drop());

  /** Kills one worker at the moment, lets another one take over, and says how it ended and how often the counterpart did each step. */
  async function killed(step: string, moment: Moment, whenUnclear: DeliveryStep['whenUnclear']) {
    const id = `${whenUnclear}-${step}-${moment.replace(' ', '-')}`;
    await aProbe(office, id);
    const done: Record<string, number> = {};
    const plan = names.map((name): StepPlan => {
      const result = name === 'create' ? { receipt } : {};
      return {
        name,
        whenUnclear,
        run: () => ((done[name] = (done[name] ?? 0) + 1), Promise.resolve(result)),
        find: () => Promise.resolve(done[name] === undefined ? null : result),
      };
    });
    const { connector } = counterpart(...plan);
    await expect(take(office, connector, { journal: dyingAt(step, moment) })).rejects.toThrow('killed');
    // Its lease still holds: nobody takes it.
    expect(await take(office, connector)).toBeNull();
    now = new Date(now.getTime() + 11_000);
    await take(office, connector);
    const row = await findDelivery(office.database, `${id}.probe`);
    const open = (await attemptsOf(office.database, `${id}.probe`)).filter(({ ended_at }) => ended_at === null);
    expect(open).toEqual([]);
    now = new Date(now.getTime() + 86_400_000);
    // Over, or a person's: nothing is left to take.
    expect(await take(office, connector)).toBeNull();
    return { state: row?.state, done: names.map((name) => done[name] ?? 0) };
  }

  const once = { state: 'acknowledged', done: [1, 1, 1] };
  const cases = names.flatMap((step) => moments.map((moment) => [step, moment] as const));

  it.each(cases)('at %s, %s: arrives once where the counterpart can be asked', async (step, moment) => {
    expect(await killed(step, moment, 'ask')).toEqual(once);
  });

  it.each(cases)('at %s, %s: repeats only what does no harm twice', async (step, moment) => {
    const twice = moment === 'before end' ? step : null;
    expect(await killed(step, moment, 'repeat')).toEqual({ ...once, done: names.map((name) => (name === twice ? 2 : 1)) });
  });

  it.each(cases)('at %s, %s: is left to a person where nobody can be asked and the step may have taken effect', async (step, moment) => {
    const outcome = await killed(step, moment, 'person');
    if (moment !== 'after begin' && moment !== 'before end') return expect(outcome).toEqual(once);
    const at = names.indexOf(step);
    const effect = moment === 'before end' ? 1 : 0;
    expect(outcome).toEqual({ state: 'unclear', done: names.map((_, index) => (index < at ? 1 : index === at ? effect : 0)) });
  });

  it.each(moments)('%s a question: is asked again, and nothing is sent twice', async (moment) => {
    const id = `question-${moment.replace(' ', '-')}`;
    await aProbe(office, id);
    let sent = 0;
    const { connector } = counterpart({
      name: 'create',
      run: () => Promise.resolve({ receipt }).finally(() => sent++),
      find: () => Promise.resolve(sent === 0 ? null : { receipt }),
    });
    const kill = async (at: Moment): Promise<void> => {
      await expect(take(office, connector, { journal: dyingAt('create', at) })).rejects.toThrow('killed');
      now = new Date(now.getTime() + 11_000);
    };
    await kill('before end');
    await kill(moment);
    await take(office, connector);
    expect(await findDelivery(office.database, `${id}.probe`)).toMatchObject({ state: 'acknowledged' });
    expect(sent).toBe(1);
  });
});
