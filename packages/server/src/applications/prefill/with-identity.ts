import { instanceName, readAnswer, setAnswer } from '@serviceportal/form-engine';
import type { Identity } from '@serviceportal/portal-adapter';
import type { Account } from '../../municipalities/account.js';
import type { Content } from '../content.js';
import type { RunningService } from '../running-service.js';
import { identityOffers } from './identity-offers.js';
import { withPrefilled } from './with-prefilled.js';
import type { Judge } from './with-prefilled.js';

/**
 * Without what an earlier sign-in filled in: nobody's application may hold verified answers of two people. What the person changed
 * since then is theirs and stays.
 */
function withoutIdentity({ form }: RunningService, content: Content): Content {
  const marks = content.prefilled ?? {};
  const answers = form.positions.reduce((all, position) => {
    const mark = marks[instanceName(position, [])];
    const isOurs = mark?.source.kind === 'identity' && readAnswer(all, position, []) === mark.value;
    return isOurs ? setAnswer(all, position, [], undefined) : all;
  }, content.answers);
  const others = Object.entries(marks).filter(([, { source }]) => source.kind !== 'identity');
  return { ...content, answers, prefilled: Object.fromEntries(others) };
}

/**
 * Fills in what the account says. Verified values take the place of what was typed, where they fit; all others go into empty
 * questions only. `person`: `identityIn` the application, where it has to be kept.
 */
export function withIdentity(
  office: Judge,
  service: RunningService,
  before: Content,
  identity: Identity,
  { name, lockFrom }: Pick<Account, 'name' | 'lockFrom'>,
  person: string | null = null,
): Content {
  const content = withoutIdentity(service, before);
  const least = service.package.workflow.identify?.level ?? lockFrom;
  const offers = identityOffers(service.form, identity, name, least).map((offer) => ({ ...offer, replaces: offer.source.locked }));
  return withPrefilled(
    office,
    service,
    { ...content, signedIn: { name, level: identity.level, ...(person !== null && { identity: person }) } },
    offers,
  );
}
