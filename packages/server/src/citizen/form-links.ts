import { pageAddress } from '@serviceportal/form-engine';
import type { FormLinks, PageInstance } from '@serviceportal/form-engine';

/** Part of a page's address: an answer is changed there, and then all are checked again. */
export const changingQuery = 'aendern';

/** Addresses of the pages of one draft. `changing`: the way through the form leads back to checking the answers. */
export function formLinks(draftId: string, serviceKey: string, privacy: string, changing = false): FormLinks {
  const base = `/antrag/${draftId}`;
  const page = (instance: PageInstance): string => `${base}/${pageAddress(instance)}`;
  const change = (instance: PageInstance): string => `${page(instance)}?${changingQuery}=1`;
  return {
    page: changing ? change : page,
    change,
    before: `/${serviceKey}`,
    overview: `${base}/uebersicht`,
    check: `${base}/pruefen`,
    submit: `${base}/absenden`,
    privacy,
    correct: `${base}/geprueft`,
  };
}
