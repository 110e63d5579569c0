import type { ServicePackage, Workflow } from '@serviceportal/form-engine';
import { startIdentityProvider } from '@serviceportal/portal-adapter';
import type { RunningIdentityProvider } from '@serviceportal/portal-adapter';
import { startSmallPortal } from '../../small-portal.test-support.js';
import type { SmallPortal, SmallPortalOptions } from '../../small-portal.test-support.js';
import { field, group, smallService } from '../../small-service.test-support.js';
import type { Browser, Page } from '../../try/browser.js';
import { returnAddress } from './begin-sign-in.js';

const person = [
  field('F1', 'Vornamen', { attribute: 'given-names' }),
  field('F2', 'Familienname', { attribute: 'family-name' }),
  field('F3', 'Geburtsdatum', { type: 'date', attribute: 'birth-date' }),
  field('F4', 'E-Mail', { attribute: 'email', widget: 'email', min: 0 }),
];

/** Asks for who applies, for somebody else, and for what it is about. */
export const personService = (workflow: Partial<Workflow> = {}): ServicePackage => ({
  ...smallService,
  workflow: { ...smallService.workflow, ...workflow },
  form: {
    ...smallService.form,
    rules: [],
    children: [
      group('G1', 'Antragstellende Person', person, { about: 'applicant' }),
      group('G2', 'Kind', [field('F1', 'Vornamen', { attribute: 'given-names', min: 0 })], { about: 'other' }),
      group('G3', 'Anliegen', [field('F9', 'Worum geht es?')]),
    ],
  },
});

export interface PersonPortal extends SmallPortal {
  readonly provider: RunningIdentityProvider;
}

/** A portal at which people can sign in, and the stand-in where they do. */
export async function startPersonPortal({ changes, ...options }: SmallPortalOptions = {}): Promise<PersonPortal> {
  const mayReturnTo = (address: string): boolean => new URL(address).pathname === returnAddress;
  const provider = await startIdentityProvider({ port: 0, clients: [{ id: 'probe', secret: 'geheim', mayReturnTo }] });
  const signIn = { connector: 'oidc', issuer: provider.issuer, clientId: 'probe', clientSecret: 'geheim' };
  const portal = await startSmallPortal({
    service: personService(),
    ...options,
    changes: { identity: { name: 'BundID', signIn }, ...changes },
  });
  return {
    ...portal,
    provider,
    async close() {
      await portal.close();
      await provider.close();
    },
  };
}

/** Chooses on the page of the stand-in who signs in; null: breaks off. */
export function choose({ provider }: PersonPortal, browser: Browser, page: Page, who: string | null): Promise<Page> {
  const request = page.html.querySelector('input[name=request]')?.getAttribute('value') ?? '';
  const fields: [string, string][] = [
    ['request', request],
    ['person', who ?? ''],
    ['action', who === null ? 'cancel' : 'login'],
  ];
  return browser.post(`${provider.issuer}/authorize`, { fields, files: [], multipart: false });
}
