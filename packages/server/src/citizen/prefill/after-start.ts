import { firstPage } from '@serviceportal/form-engine';
import { evaluateDraft } from '../../applications/draft.js';
import type { Draft } from '../../applications/draft.js';
import type { Portal } from '../../portal.js';
import { privacyAddress } from '../privacy/address.js';
import { formLinks } from '../form-links.js';

/** Where a new application begins. */
export function afterStart(portal: Portal, draft: Draft): string {
  const links = formLinks(draft.id, draft.service.package.key, privacyAddress(portal, draft.service.package));
  const first = firstPage(draft.service.form, evaluateDraft(portal.office, draft));
  return first ? links.page(first) : links.check;
}
