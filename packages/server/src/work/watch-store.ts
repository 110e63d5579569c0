import type { Logger } from 'pino';
import type { AttachmentStore } from '../storage/attachment-store.js';
import { StoreError } from '../storage/store-error.js';
import type { Metrics } from './metrics.js';

const minute = 60_000;

/** Asks the store of attachments at once and every minute whether it takes files; says so in the figures, and in the log when that changes. Returns what ends it. */
export function watchStore(
  store: Pick<AttachmentStore, 'kind' | 'probe'>,
  { log, metrics }: { readonly log: Pick<Logger, 'error' | 'info'>; readonly metrics: Pick<Metrics, 'storeUp'> },
  every = minute,
): () => void {
  let up: boolean | null = null;
  const note = (error: unknown): void => {
    const before = up;
    up = error === null;
    metrics.storeUp.set({ store: store.kind }, up ? 1 : 0);
    if (before === up) return;
    const known = error instanceof StoreError;
    if (error !== null)
      log.error(known ? { code: error.code, reason: error.message } : { err: error }, 'no attachments: uploads are refused');
    else if (before === false) log.info({ store: store.kind }, 'attachments can be stored again');
  };
  const ask = (): void => void store.probe().then(() => note(null), note);
  ask();
  const timer = setInterval(ask, every);
  return () => clearInterval(timer);
}
