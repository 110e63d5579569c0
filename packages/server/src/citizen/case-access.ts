import type { Request } from 'express';
import { ownApplication } from '../applications/look-up.js';
import type { Portal } from '../portal.js';
import { PortalError } from '../security/portal-error.js';
import type { ApplicationRow } from '../storage/applications.js';
import { lookedUpCase } from './case-by-code.js';
import { requireVisit } from './citizen-request.js';

/** A submitted application, and how this browser came to it. */
export interface CitizenCase {
  readonly row: ApplicationRow;
  /** Where its pages begin. */
  readonly base: string;
  /** By the browser that held the draft: it may see what was answered. */
  readonly own: boolean;
}

/** Finds the case of a request. @throws PortalError if it is not this browser's */
export type CaseAccess = (portal: Portal, request: Request) => Promise<CitizenCase>;

/** `/antrag/:id`: by the browser that held the draft. */
export const ownCase: CaseAccess = async (portal, request) => {
  const own = await ownApplication(portal.office, requireVisit(portal, request), String(request.params['id']));
  if (!own) throw new PortalError('draft-unknown', 404, 'There is no application with this id for this visit');
  return { row: own.row, base: `/antrag/${own.row.id}`, own: true };
};

export const codeCaseBase = '/status/vorgang';

/** `/status/vorgang`: after reference number and Abrufcode were given. */
export const codeCase: CaseAccess = async (portal, request) => {
  const row = await lookedUpCase(portal, request);
  if (!row) throw new PortalError('draft-unknown', 404, 'No case was looked up in this browser');
  return { row, base: codeCaseBase, own: false };
};
