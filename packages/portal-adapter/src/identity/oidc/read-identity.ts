import { personAttributes } from '@serviceportal/form-engine';
import type { AssuranceLevel, PersonAttribute } from '@serviceportal/form-engine';
import type { Identity, KnownAttribute } from '../../contract/identity.js';
import type { OidcConfiguration } from './configuration.js';
import { knownLevels } from './levels.js';
import { levelClaims, profiles } from './profiles.js';

type Claims = Readonly<Record<string, unknown>>;

/** Longer than any name or street. */
const mostCharacters = 300;

/**
 * What the provider said, in our words, and only what was asked for.
 * @param idToken its claims are signed for this login; those of `userInfo` are about the same `sub`
 */
export function readIdentity(
  configuration: OidcConfiguration,
  wanted: readonly PersonAttribute[],
  idToken: Claims,
  userInfo: Claims,
): Identity {
  const level = levelIn(configuration, idToken, userInfo);
  const names = { ...profiles[configuration.profile], ...configuration.claims };
  const attributes = personAttributes.flatMap((attribute): [PersonAttribute, KnownAttribute][] => {
    const name = names[attribute];
    if (name === undefined || !wanted.includes(attribute)) return [];
    const value = textOf(attribute, claimOf(userInfo, name) ?? claimOf(idToken, name));
    const isVerified = configuration.verified.includes(attribute);
    return value === null ? [] : [[attribute, { value, level: isVerified ? level : 'basic' }]];
  });
  const { sub } = idToken;
  return { pseudonym: typeof sub === 'string' ? sub : null, level, attributes: Object.fromEntries(attributes) };
}

/** What is not known counts as the least. */
function levelIn({ profile, levelClaim, levels }: OidcConfiguration, idToken: Claims, userInfo: Claims): AssuranceLevel {
  const name = levelClaim ?? levelClaims[profile];
  const value = claimOf(idToken, name) ?? claimOf(userInfo, name);
  if (typeof value !== 'string') return 'basic';
  const all: Readonly<Record<string, AssuranceLevel>> = { ...knownLevels, ...levels };
  return Object.hasOwn(all, value) ? (all[value] ?? 'basic') : 'basic';
}

/** A claim by its whole name, else by the way into an object: `address.locality`. */
function claimOf(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((around, step) => {
    if (around === null || typeof around !== 'object' || !Object.hasOwn(around, step)) return undefined;
    return (around as Claims)[step];
  }, claims);
}

function textOf(attribute: PersonAttribute, claim: unknown): string | null {
  // Brokers pass attributes that may occur several times on as lists.
  const value: unknown = Array.isArray(claim) && claim.length === 1 ? claim[0] : claim;
  if (typeof value !== 'string') return null;
  const text = value.normalize('NFC').trim();
  if (text === '' || text.length > mostCharacters || /\p{Cc}/u.test(text)) return null;
  return attribute !== 'birth-date' || isDay(text) ? text : null;
}

/** OpenID Connect allows `0000-12-24` and `1985`, identity cards 1985 without a day: a form that asks for a date needs all of it. */
function isDay(text: string): boolean {
  const date = /^[12]\d{3}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
