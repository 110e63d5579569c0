import type { Logger } from 'pino';
import type { Office } from '../applications/office.js';
import { bringForward } from '../storage/clock-went-back.js';
import { waitingStates } from './delivery-state.js';

const halfAMinute = 30_000;

/** Looks at once and every half minute whether the clock was put back, and lets nothing wait because of it. Returns what ends it. */
export function startClockWatch(office: Office, log: Logger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const look = (): void => {
    running = bringForwardNow(office, log).catch((error: unknown) => log.error({ err: error }, 'clock watch'));
  };
  look();
  const timer = setInterval(look, halfAMinute);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function bringForwardNow(office: Office, log: Logger): Promise<void> {
  const count = await bringForward(office.database, office.clock.now().toISOString(), waitingStates);
  if (count === 0) return;
  log.warn({ count }, 'the clock was put back: what was to wait until then is due now');
  office.wake();
}
