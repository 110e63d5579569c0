import assert from 'node:assert/strict';
import { assertArrived, assertReceipt, inTime } from '../contract-case.js';
import type { ContractCase } from '../contract-case.js';
import type { Delivery, DeliveryConnector } from '../delivery.js';
import type { DeliveryHarness } from '../harness.js';
import { beginJourney, PersonNeeded, ProcessEnded } from '../journey.js';
import type { Journey } from '../journey.js';
import { sampleDelivery } from '../sample-delivery.js';

/** More instants than any hand-over of three files has. */
const mostInstants = 100;

/** Bytes that progress may have: it is written at every step. */
const largestProgress = 64 * 1024;

const order = ['reserve', 'create', 'attach', 'confirm'];

export const stepCases: readonly ContractCase[] = [
  {
    name: 'says in its sheet what its steps do',
    run: ({ connector }) => Promise.resolve(connector).then(assertSheetFits),
  },
  {
    name: 'leaves one case wherever the process ends, when its steps are taken up again',
    async run(harness) {
      const delivered: Delivery[] = [];
      for (let instant = 1; instant <= mostInstants; instant += 1) {
        const delivery = sampleDelivery();
        delivered.push(delivery);
        const journey = beginJourney(delivery);
        const ended = await endsAt(journey, harness, instant);
        if (ended) await takeUpAgain(journey, harness, delivery);
        await assertArrived(harness, delivered, `when the process ends at instant ${instant} (${describe(journey)})`);
        if (!ended) return;
      }
      assert.fail(`A hand-over of three files has more than ${mostInstants} instants.`);
    },
  },
  {
    name: 'keeps progress that can be written down, is small and holds no answers',
    async run(harness) {
      const delivery = sampleDelivery();
      const journey = beginJourney(delivery);
      assertReceipt(await journey.goOn(harness.connector, inTime()));
      for (const { step, progress } of journey.kept) {
        const text = JSON.stringify(progress);
        assert.deepEqual(JSON.parse(text), progress, `${step}: what is read back is not what was written.`);
        assert(text.length <= largestProgress, `${step}: ${text.length} characters of progress.`);
        assert.doesNotMatch(text, /Groß-Şahin|eyJuYW1lIjoiSsO2cmcg/, `${step}: the progress holds answers.`);
      }
    },
  },
];

function assertSheetFits({ sheet, steps, status }: DeliveryConnector): void {
  const names = steps.map((step) => step.name);
  const inOrder = order.filter((name) => names.some((used) => used === name));
  assert(steps.length > 0, 'There is no step.');
  assert.deepEqual(names, inOrder, 'Each step once, in their order.');
  for (const step of steps) assert.equal(step.find !== undefined, step.whenUnclear === 'ask', `${step.name}: find goes with ask.`);
  const canBeAsked = steps.some((step) => step.find);
  assert.equal(sheet.lookupByKey, canBeAsked, 'lookupByKey: does a step have find?');
  assert.equal(sheet.statusBack, status !== undefined, 'statusBack: is there status?');
  if (!steps.some((step) => step.whenUnclear === 'person')) return;
  assert(!sheet.lookupByKey && !sheet.idempotentCreate, 'A step that needs a person cannot be asked about or repeated.');
}

async function endsAt(journey: Journey, harness: DeliveryHarness, instant: number): Promise<boolean> {
  try {
    await journey.goOn(harness.connector, { ...inTime(), endsAt: instant });
    return false;
  } catch (error) {
    if (error instanceof ProcessEnded) return true;
    throw error;
  }
}

/** By a new process; and where it needs a person, by one who looks and sends again what is not there. */
async function takeUpAgain(journey: Journey, harness: DeliveryHarness, delivery: Delivery): Promise<void> {
  const connector = harness.restarted?.() ?? harness.connector;
  try {
    assertReceipt(await journey.goOn(connector, inTime()));
  } catch (error) {
    if (!(error instanceof PersonNeeded)) throw error;
    if ((await harness.arrived()).some((arrived) => arrived.key === delivery.key)) return;
    journey.sendAgain();
    assertReceipt(await journey.goOn(connector, inTime()));
  }
}

function describe({ kept, journal }: Journey): string {
  return `${kept.length} times kept, step ${journal.step}`;
}
