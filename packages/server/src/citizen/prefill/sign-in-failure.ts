import { uiText } from '@serviceportal/form-engine';
import type { Language, Link, TextKey } from '@serviceportal/form-engine';
import { IdentityError } from '@serviceportal/portal-adapter';
import type { IdentityErrorCode } from '@serviceportal/portal-adapter';
import type { Request, Response } from 'express';
import type { RunningService } from '../../applications/running-service.js';
import type { Account } from '../../municipalities/account.js';
import type { Portal } from '../../portal.js';
import { sendPage } from '../citizen-request.js';
import { languageOf } from '../language.js';
import { accountAddress, accountBack } from './account-offer.js';

/** What somebody signs in for. */
export interface SignInPurpose {
  readonly service: RunningService;
  /** Null: a new application. */
  readonly draftId: string | null;
  /** Somebody who is asked to sign the draft, not who applies. */
  readonly coSigning: boolean;
}

const texts: Readonly<Record<IdentityErrorCode, TextKey>> = {
  'identity-denied': 'account.denied',
  'identity-unavailable': 'account.unavailable',
  'identity-refused': 'account.refused',
  'identity-too-low': 'account.tooLow',
};

const statuses: Readonly<Record<IdentityErrorCode, number>> = {
  'identity-denied': 200,
  'identity-unavailable': 503,
  'identity-refused': 422,
  'identity-too-low': 422,
};

/** Says what happened, and how one goes on: again, or without. */
export function showFailure(
  portal: Portal,
  request: Request,
  response: Response,
  { name }: Account,
  error: unknown,
  at: SignInPurpose | null,
): void {
  if (!(error instanceof IdentityError)) throw error;
  if (error.code !== 'identity-denied') portal.log.warn({ code: error.code, err: error.cause ?? error }, 'sign-in failed');
  const language = languageOf(request, portal.cookies);
  const level = uiText(language, `prefill.level.${at?.service.package.workflow.identify?.level ?? 'low'}`);
  const heading = uiText(language, 'account.failed');
  const { again, back } = at ? waysOn(at, language) : { again: [], back: homeLink(language) };
  const view = {
    heading,
    paragraphs: [uiText(language, texts[error.code], { name, level })],
    sections: [],
    links: [...again, back],
    confirm: null,
  };
  response.status(statuses[error.code]);
  // The way to another language must not carry the code on.
  sendPage(portal, request, response, 'message', view, { title: heading, language, path: back.href, personal: true });
}

const homeLink = (language: Language): Link => ({ label: uiText(language, 'message.home'), href: '/' });

/** Again, and back to where one came from. */
export function waysOn(
  { service, draftId, coSigning }: SignInPurpose,
  language: Language,
): { readonly again: readonly Link[]; readonly back: Link } {
  const { key } = service.package;
  const toSign = `/mitzeichnung/${draftId}`;
  const account = draftId === null ? accountAddress(key) : `/antrag/${draftId}/konto`;
  return {
    again: [{ label: uiText(language, 'account.again'), href: coSigning ? `${toSign}/anmelden` : account }],
    back: coSigning ? { label: uiText(language, 'correct.back'), href: toSign } : accountBack(key, draftId, language),
  };
}
