import type { Renderer } from '@serviceportal/form-engine';
import type { DeliveryConnector } from '@serviceportal/portal-adapter';
import type { Logger } from 'pino';
import type { LinkIssuer } from './applications/prefill/prefill-link.js';
import type { Office } from './applications/office.js';
import type { Assets } from './citizen/assets.js';
import type { Account } from './municipalities/account.js';
import type { Municipality } from './municipalities/municipality.js';
import type { CookieStyle } from './security/cookies.js';
import type { FormTokens } from './security/form-token.js';
import type { Metrics } from './work/metrics.js';

/** What the routes work with: everything that is made once when the portal starts. */
export interface Portal {
  readonly office: Office;
  readonly municipality: Municipality;
  readonly renderer: Renderer;
  readonly assets: Assets;
  readonly cookies: CookieStyle;
  /** Of the citizens' forms; clerks have their own. */
  readonly formTokens: FormTokens;
  /** With which account people can sign in; null: with none. */
  readonly account: Account | null;
  /** Of the targets, by their names. */
  readonly connectors: ReadonlyMap<string, DeliveryConnector>;
  readonly linkIssuers: readonly LinkIssuer[];
  readonly log: Logger;
  readonly metrics: Metrics;
}
