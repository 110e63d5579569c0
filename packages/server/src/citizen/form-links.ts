import { pageAddress } from '@serviceportal/form-engine';
import type { FormLinks } from '@serviceportal/form-engine';

/** Addresses of the pages of one draft. */
export function formLinks(draftId: string, serviceKey: string): FormLinks {
  const base = `/antrag/${draftId}`;
  return {
    page: (instance) => `${base}/${pageAddress(instance)}`,
    before: `/${serviceKey}`,
    overview: `${base}/uebersicht`,
    check: `${base}/pruefen`,
    submit: `${base}/absenden`,
  };
}
