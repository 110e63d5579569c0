import { retentionStates } from '@serviceportal/form-engine';
import type { Retention, ServicePackage } from '@serviceportal/form-engine';
import { z } from 'zod';
import type { RetentionOf } from '../work/retention.js';

const count = (most: number) => z.int().min(1).max(most).optional();

const period = z
  .strictObject({ days: count(3650), months: count(600), years: count(100), from: z.literal('year-end').optional() })
  .refine(
    ({ days, months, years }) => [days, months, years].filter((length) => length !== undefined).length === 1,
    'one of days, months and years is expected',
  );

/** How long applications are kept, by the state in which they were left: in place of what their package says. */
export const retentionConfiguration = z.partialRecord(z.enum(retentionStates), period);

interface Configured {
  readonly services: readonly { readonly package: string; readonly retention?: Retention | undefined }[];
}

/** What the municipality says for a service; else what the version of the package says with which an application was made. */
export function retentionOf({ services }: Configured): RetentionOf {
  const own = new Map(services.flatMap((service) => (service.retention ? [[service.package, service.retention] as const] : [])));
  return ({ key, version, service }: ServicePackage) => {
    const municipal = own.get(key);
    if (municipal) return { retention: municipal, source: 'municipality.yaml' };
    return service.retention ? { retention: service.retention, source: `service.yaml ${version}` } : null;
  };
}
