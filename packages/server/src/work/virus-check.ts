import { ScanError } from '@serviceportal/portal-adapter';
import type { Scanner } from '@serviceportal/portal-adapter';
import type { Logger } from 'pino';
import type { Verdict, VirusCheck } from '../applications/virus-check.js';
import type { Metrics } from './metrics.js';

export interface WatchedVirusCheck extends VirusCheck {
  /** Asks the scanner at once and every minute whether it is there. Returns what ends it. */
  watch(): () => void;
}

const minute = 60_000;

/** Scans uploads, counts, and logs when the scanner goes and comes back. No file is called clean by a scanner that said nothing. */
export function createVirusCheck(
  scanner: Scanner,
  { log, metrics }: { readonly log: Logger; readonly metrics: Metrics },
): WatchedVirusCheck {
  const { name } = scanner.sheet;
  let up: boolean | null = null;
  const note = (error: ScanError | null): void => {
    const before = up;
    up = error === null;
    metrics.scannerUp.set({ scanner: name }, up ? 1 : 0);
    if (before === up) return;
    if (error) log.error({ scanner: name, code: error.code, reason: error.message }, 'no virus scan: uploads are refused');
    else log.info({ scanner: name }, 'virus scanner answers');
  };
  async function verdict(attachment: string, open: Parameters<VirusCheck['check']>[1]): Promise<Verdict> {
    try {
      const finding = await scanner.scan(open());
      note(null);
      if (finding.kind === 'clean') return 'clean';
      log.warn({ attachment, finding: finding.name }, 'virus found: upload refused');
      return 'infected';
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      if (error.kind === 'unavailable') note(error);
      else log.error({ scanner: name, code: error.code, reason: error.message }, 'upload refused');
      return error.kind === 'too-large' ? 'unscannable' : 'unscanned';
    }
  }
  return {
    async check(attachment, open) {
      const outcome = await verdict(attachment, open);
      metrics.scans.inc({ outcome });
      return outcome;
    },
    watch() {
      const ask = (): void =>
        void scanner.ping().then(
          () => note(null),
          (error: unknown) => error instanceof ScanError && note(error),
        );
      ask();
      const timer = setInterval(ask, minute);
      return () => clearInterval(timer);
    },
  };
}
