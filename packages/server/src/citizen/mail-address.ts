import { uiText } from '@serviceportal/form-engine';
import type { MailAddressView, TextKey } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import { confirmAddress, giveAddress, mailAddressOf, readMailAddress, removeAddress } from '../applications/mail-address.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { seeOther } from '../security/see-other.js';
import { visitOf } from '../security/visit.js';
import type { CaseAccess, CitizenCase } from './case-access.js';
import { sendPage } from './citizen-request.js';
import { languageOf } from './language.js';
import { timeIn } from './local-time.js';
import { mailPath, mailSection } from './mail-section.js';
import { serviceTitle } from './status.js';

/** `GET …/stand/e-mail`: the address for messages, or the digits that confirm it. */
export function mailPage(portal: Portal, access: CaseAccess): RequestHandler {
  return async (request, response) => show(portal, request, response, await access(portal, request));
}

/** `POST …/stand/e-mail`: `aktion` is `senden`, `bestaetigen` or `entfernen`. */
export function changeMail(portal: Portal, access: CaseAccess): RequestHandler {
  return async (request, response) => {
    const found = await access(portal, request);
    const { office } = portal;
    if (!office.notifies) throw notFound('Messages by e-mail');
    const body = request.body as Record<string, unknown>;
    const text = (name: string): string => (typeof body[name] === 'string' ? body[name].slice(0, 300) : '');
    const mistake =
      body['aktion'] === 'entfernen'
        ? await removeAddress(office, found.row)
        : body['aktion'] === 'bestaetigen'
          ? await confirm(portal, found, text('code'))
          : await send(portal, request, found, 'adresse' in body ? text('adresse') : null);
    if (!mistake) return seeOther(response, `${found.base}${mailPath}`);
    response.status(422);
    await show(portal, request, response, found, { key: mistake, typed: text('adresse') });
  };
}

async function confirm({ office }: Portal, { row }: CitizenCase, code: string): Promise<TextKey | null> {
  // Whether the digits ran out, the page itself says.
  return (await confirmAddress(office, row, code)) === 'wrong' ? 'mail.wrong' : null;
}

/** `typed` null: once more to the address that waits. */
async function send(portal: Portal, request: Request, { row, own }: CitizenCase, typed: string | null): Promise<TextKey | null> {
  const { office, cookies } = portal;
  const address = typed === null ? ((await mailAddressOf(office, row))?.address ?? '') : readMailAddress(typed);
  if (!address) return 'mail.invalid';
  const asking = { visit: own ? visitOf(request, cookies) : null, applicationId: row.id };
  const outcome = await giveAddress(office, row, { address, language: languageOf(request, cookies) }, asking);
  return outcome === 'limited' ? 'mail.limited' : null;
}

async function show(
  portal: Portal,
  request: Request,
  response: Response,
  found: CitizenCase,
  mistake: { readonly key: TextKey; readonly typed: string } | null = null,
): Promise<void> {
  const section = await mailSection(portal, found);
  if (!section) throw notFound('Messages by e-mail');
  const known = await mailAddressOf(portal.office, found.row);
  const language = languageOf(request, portal.cookies);
  const asksAddress = section.state === 'ask';
  const expired = known?.state === 'expired';
  // Where no address is asked for, that too many mails were sent belongs to no input.
  const isNotice = mistake?.key === 'mail.limited' && !asksAddress;
  const error = mistake && !isNotice ? uiText(language, mistake.key) : null;
  const warning = isNotice ? mistake.key : known?.refused ? 'mail.refused' : expired ? 'mail.expired' : null;
  const view: MailAddressView = {
    ...section,
    ...(mistake && asksAddress && { address: mistake.typed }),
    serviceTitle: await serviceTitle(portal, found, language),
    reference: found.row.reference,
    until: known ? timeIn(known.expiresAt, language) : '',
    expired,
    warning: warning && uiText(language, warning),
    statusHref: `${found.base}/stand`,
    error,
    errors: error === null ? null : { errors: [{ label: error, href: asksAddress ? '#adresse' : '#code' }] },
  };
  const title = uiText(language, 'mail.heading');
  sendPage(portal, request, response, 'mail-address', view, { title, language, path: `${found.base}${mailPath}`, personal: true });
}
