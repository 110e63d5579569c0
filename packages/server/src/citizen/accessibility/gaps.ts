import type { Logger } from 'pino';
import type { Municipality } from '../../municipalities/municipality.js';

/** What an accessibility statement has to say (Decision (EU) 2018/1523) and nobody has entered. */
export const accessibilityPlaces = {
  status: 'municipality.yaml: accessibility.status',
  limits: 'municipality.yaml: accessibility.limits',
  prepared: 'municipality.yaml: accessibility.prepared and accessibility.method',
  enforcement: 'municipality.yaml: accessibility.enforcement',
} as const;

export type AccessibilityGap = keyof typeof accessibilityPlaces;

export function accessibilityGaps({ configuration }: Municipality): AccessibilityGap[] {
  const { status, limits, prepared, method, enforcement } = configuration.accessibility;
  const missing: Record<AccessibilityGap, boolean> = {
    status: status === undefined,
    // Who complies in part has to say where not.
    limits: limits.length === 0 && (status === 'partial' || status === 'none'),
    prepared: prepared === undefined || method === undefined,
    enforcement: enforcement === undefined,
  };
  return (Object.keys(missing) as AccessibilityGap[]).filter((gap) => missing[gap]);
}

/** Says at start what the statement lacks, where it is generated. */
export function warnOfAccessibilityGaps(municipality: Municipality, log: Logger): void {
  if (municipality.legal.accessibility) return;
  const missing = accessibilityGaps(municipality).map((gap) => accessibilityPlaces[gap]);
  if (missing.length > 0) log.warn({ missing }, 'the accessibility statement is not complete');
}
