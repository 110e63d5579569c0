import type { Logger } from 'pino';
import type { Offer } from '../../applications/services.js';
import type { Municipality } from '../../municipalities/municipality.js';
import { gapPlaces, privacyGaps } from './gaps.js';

/** Says at start what the privacy notices lack. Previews are no services of the municipality. */
export function warnOfPrivacyGaps(municipality: Municipality, offers: readonly Offer[], log: Logger): void {
  for (const { package: pkg, preview } of offers) {
    if (preview || municipality.privacyTexts.get(pkg.key)?.instead) continue;
    const missing = privacyGaps(municipality, pkg).map((gap) => gapPlaces[gap]);
    if (missing.length > 0) log.warn({ service: pkg.key, missing }, 'the privacy notice of a service is not complete');
  }
}
