import type { ServicePackage } from '@serviceportal/form-engine';
import type { Municipality } from '../../municipalities/municipality.js';
import type { ServicePrivacy } from '../../municipalities/notice-configuration.js';

/** What Art. 13 DSGVO demands of a privacy notice and nobody has entered, with the place where it belongs. */
export const gapPlaces = {
  controller: 'municipality.yaml: privacy.controller',
  officer: 'municipality.yaml: privacy.officer',
  purposes: 'service.yaml: privacy.purposes',
  grounds: 'service.yaml: privacy.grounds',
  'legal-basis': 'service.yaml: legalBasis',
  retention: 'service.yaml: privacy.retention, or municipality.yaml: services[].privacy.retention',
} as const;

export type PrivacyGap = keyof typeof gapPlaces;

/** What the municipality says of one service. */
export const ownPrivacy = ({ configuration }: Municipality, key: string): ServicePrivacy | undefined =>
  configuration.services.find((offered) => offered.package === key)?.privacy;

export function privacyGaps(municipality: Municipality, { key, service }: ServicePackage): PrivacyGap[] {
  const { controller, officer } = municipality.configuration.privacy;
  const own = ownPrivacy(municipality, key);
  const grounds = service.privacy?.grounds ?? [];
  const needsNorm = grounds.includes('public-task') || grounds.includes('legal-obligation');
  const missing: Record<PrivacyGap, boolean> = {
    controller: controller === undefined,
    officer: officer === undefined,
    purposes: (own?.purposes ?? service.privacy?.purposes) === undefined,
    grounds: grounds.length === 0,
    // Art. 6 Abs. 3 DSGVO: task and obligation must stand in a law.
    'legal-basis': needsNorm && service.legalBasis.length === 0,
    retention: (own?.retention ?? service.privacy?.retention) === undefined,
  };
  return (Object.keys(missing) as PrivacyGap[]).filter((gap) => missing[gap]);
}
