import type { Request, Response } from 'express';
import { neededAttributes } from '../../applications/prefill/identity-offers.js';
import { sealSignIn, signInSeconds } from '../../applications/prefill/pending-sign-in.js';
import type { Portal } from '../../portal.js';
import { setCookie } from '../../security/cookies.js';
import { notFound } from '../../security/portal-error.js';
import { seeOther } from '../../security/see-other.js';
import { ownAddress } from '../own-address.js';
import { offersAccount } from './account-offer.js';
import { showFailure } from './sign-in-failure.js';
import type { SignInPurpose } from './sign-in-failure.js';

export const signInCookie = 'anmeldung';
export const returnAddress = '/anmeldung/zurueck';

/** To the identity service. Nothing is kept here; the browser carries what is needed on return. */
export async function beginSignIn(portal: Portal, request: Request, response: Response, purpose: SignInPurpose): Promise<void> {
  const { service, draftId, coSigning } = purpose;
  const { account, office, cookies } = portal;
  if (!account || !offersAccount(portal, service)) throw notFound('The account');
  const { key, workflow } = service.package;
  const level = workflow.identify?.required ? (workflow.identify.level ?? null) : null;
  try {
    const { address, pending } = await account.connector.begin({
      redirectUri: ownAddress(portal, request, returnAddress),
      // Who signs is told apart; nothing else of theirs is wanted.
      attributes: coSigning ? [] : neededAttributes(service.form),
      level,
    });
    const underWay = sealSignIn(office, { pending, serviceKey: key, draftId, coSigning });
    setCookie(response, cookies, signInCookie, underWay, { maxAge: signInSeconds * 1000 });
    seeOther(response, address);
  } catch (error) {
    showFailure(portal, request, response, account, error, purpose);
  }
}
