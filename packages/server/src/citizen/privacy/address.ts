import type { ServicePackage } from '@serviceportal/form-engine';
import type { Portal } from '../../portal.js';

/** Where the privacy notice of a service stands; for an application of an older version, that version's. */
export function privacyAddress({ office, municipality }: Portal, { key, digest }: ServicePackage): string {
  const instead = municipality.privacyTexts.get(key)?.instead;
  if (instead && 'url' in instead) return instead.url;
  const offered = office.services.byKey(key);
  return offered?.package.digest === digest ? `/${key}/datenschutz` : `/${key}/datenschutz/${digest.replace('sha256:', '')}`;
}
