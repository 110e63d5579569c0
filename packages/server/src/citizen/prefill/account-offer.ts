import { uiText } from '@serviceportal/form-engine';
import type { Language, Link, ServicePageView } from '@serviceportal/form-engine';
import { demandsAccount } from '../../applications/prefill/demands-account.js';
import { neededAttributes } from '../../applications/prefill/identity-offers.js';
import type { RunningService } from '../../applications/running-service.js';
import type { Portal } from '../../portal.js';

export const accountAddress = (serviceKey: string): string => `/${serviceKey}/konto`;

/** From signing in back to where one came from: the application that was begun, or the service. */
export const accountBack = (serviceKey: string, draftId: string | null, language: Language): Link =>
  draftId === null
    ? { label: uiText(language, 'account.back'), href: `/${serviceKey}` }
    : { label: uiText(language, 'correct.back'), href: `/antrag/${draftId}/uebersicht` };

/** Signing in is offered where the form asks for something that accounts know, and where the service demands it. */
export function offersAccount({ account }: Portal, { form, package: pkg }: RunningService): boolean {
  return account !== null && (demandsAccount(pkg.workflow) || neededAttributes(form).length > 0);
}

/** How a service's page speaks of the account. */
export function accountOffer(portal: Portal, service: RunningService, language: Language): ServicePageView['account'] {
  const { account } = portal;
  if (!account || !offersAccount(portal, service)) return null;
  const demanded = demandText(portal, service, language);
  return {
    href: accountAddress(service.package.key),
    text: demanded ?? uiText(language, 'account.hint', { name: account.name }),
    demanded: demanded !== null,
  };
}

/** Why one has to sign in; null: one need not. */
export function demandText({ account }: Portal, { package: pkg }: RunningService, language: Language): string | null {
  if (!account || !demandsAccount(pkg.workflow)) return null;
  const level = uiText(language, `prefill.level.${pkg.workflow.identify?.level ?? 'basic'}`);
  return uiText(language, 'account.demanded', { name: account.name, level });
}
