import { z } from 'zod';
import type { Scanner } from '../contract/scanner.js';
import { createClamdScanner } from './clamd/clamd-scanner.js';
import { clamdConfiguration } from './clamd/configuration.js';

/** What looks for malware in uploads. */
export const scannerConfiguration = z.discriminatedUnion('scanner', [clamdConfiguration]);

export type ScannerConfiguration = z.infer<typeof scannerConfiguration>;

export function createScanner(configuration: ScannerConfiguration): Scanner {
  return createClamdScanner(configuration);
}
