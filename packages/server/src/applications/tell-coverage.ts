import type { Logger } from 'pino';
import type { OfferedService } from './services.js';

/** Keys that are named; `fim pack --json` names all. */
const mostNamed = 10;

/** Says at start how much of each service there is in each language. */
export function tellCoverage(services: readonly OfferedService[], log: Logger): void {
  for (const service of services) {
    for (const { language, texts, codes } of service.coverage()) {
      const missing = [...texts.missing, ...codes.missing].slice(0, mostNamed);
      const share = { texts: `${texts.there}/${texts.total}`, codes: `${codes.there}/${codes.total}` };
      log.info({ service: service.package.key, language, ...share, missing }, 'texts of a service in a language');
    }
  }
}
