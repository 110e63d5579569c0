import { DeliveryError } from '@serviceportal/portal-adapter';
import type { CapabilitySheet, Delivery, DeliveryConnector, DeliveryStep, Receipt, StepName } from '@serviceportal/portal-adapter';
import { later, systemRandom } from '../applications/clock.js';
import type { Office } from '../applications/office.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { findDelivery, insertDelivery } from '../storage/deliveries.js';
import { claimDelivery } from '../storage/delivery-leases.js';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { withKeys } from '../storage/municipality-key.js';
import { anApplication, keepSmallService } from '../storage/rows.test-support.js';
import { waitingStates } from './delivery-state.js';
import { handOver } from './hand-over.js';
import { createJournal } from './journal.js';
import type { Journal } from './journal.js';

export const receipt: Receipt = { counterpartReference: 'FV-1', acceptedAt: '2026-12-24T12:00:00Z' };

export const sheet: CapabilitySheet = {
  kind: 'delivery',
  name: 'probe',
  lookupByKey: true,
  idempotentCreate: false,
  attachments: true,
  statusBack: false,
  limits: [],
};

export interface StepPlan extends Partial<Pick<DeliveryStep, 'whenUnclear' | 'run' | 'find'>> {
  readonly name: StepName;
}

/** A counterpart that has these steps, does as it is told in each, and notes what was asked of it. */
export function counterpart(...plan: readonly StepPlan[]): { connector: DeliveryConnector; calls: string[] } {
  const calls: string[] = [];
  const steps = plan.map(({ name, whenUnclear = 'ask', run, find }, index): DeliveryStep => {
    const last = index === plan.length - 1;
    return {
      name,
      whenUnclear,
      run: (delivery, context) => {
        calls.push(name);
        return (run ?? (() => Promise.resolve(last ? { receipt } : {})))(delivery, context);
      },
      ...(whenUnclear === 'ask' && {
        find: (identity, context) => {
          calls.push(`${name}?`);
          return (find ?? (() => Promise.resolve(null)))(identity, context);
        },
      }),
    };
  });
  return { calls, connector: { sheet, steps } };
}

export const fails = (kind: 'refused' | 'unavailable' | 'unclear', options: ConstructorParameters<typeof DeliveryError>[3] = {}) => {
  return (): Promise<never> => Promise.reject(new DeliveryError('probe', kind, 'so it is', options));
};

/** What hand-overs need of an office, without a portal around it. */
export async function probeOffice(fresh: FreshDatabase, now: () => Date): Promise<Office> {
  const database = await fresh.open();
  await keepSmallService(database);
  const parts: Partial<Office> = {
    clock: { now },
    random: systemRandom,
    database,
    key: withKeys(() => [Buffer.alloc(32, 1)]),
    notifies: false,
    wake: () => undefined,
  };
  return parts as Office;
}

const key = Buffer.alloc(32, 7);
const target = 'probe';

/** An application and its delivery to a target that no worker of the portal serves. */
export async function aProbe(office: Office, applicationId = 'a'): Promise<void> {
  await anApplication(office.database, applicationId);
  const wrapped_key = office.key.seal(key, applicationId);
  await office.database.updateTable('applications').set({ wrapped_key }).where('id', '=', applicationId).execute();
  const at = office.clock.now().toISOString();
  await insertDelivery(office.database, { id: `${applicationId}.probe`, applicationId, target, state: 'pending', at });
}

export interface TakeOptions {
  readonly open?: () => Promise<Delivery>;
  readonly journal?: (own: Journal) => Journal;
  readonly patienceHours?: number;
  readonly asksStatus?: boolean;
}

/** What a worker does with the delivery that is due. Null: none is. */
export async function take(office: Office, connector: DeliveryConnector, options: TakeOptions = {}): Promise<DeliveryRow | null> {
  const {
    open = () => Promise.resolve({ key: 'a.probe', reference: 'PR-A' } as Delivery),
    patienceHours = 72,
    asksStatus = false,
  } = options;
  const now = office.clock.now();
  const owner = office.random.uuid();
  const until = later(now, { seconds: 10 }).toISOString();
  const claimed = await claimDelivery(office.database, { target, owner, now: now.toISOString(), until, states: waitingStates, atOnce: 4 });
  if (!claimed) return null;
  const own = createJournal(office);
  const journal = options.journal?.(own) ?? own;
  const parts = {
    journal,
    connector,
    open: async (held: Parameters<Parameters<typeof handOver>[0]['open']>[0]) => ({
      ...held,
      key,
      files: 'antrag.json 2 sha256:00',
      delivery: await open(),
    }),
    signal: () => AbortSignal.timeout(60_000),
  };
  await handOver(parts, { row: claimed, owner, terms: { patienceSeconds: patienceHours * 3600, asksStatus } });
  return findDelivery(office.database, claimed.id);
}
