import { assuranceLevels, personAttributes } from '@serviceportal/form-engine';
import { z } from 'zod';

const attribute = z.enum(personAttributes);
const level = z.enum(assuranceLevels);

const loopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;

/** What an account says of itself is not checked by anybody: e-mail and telephone are never in it. */
const checkedByAccounts = [
  'given-names',
  'family-name',
  'birth-name',
  'title',
  'birth-date',
  'birth-place',
  'nationality',
  'street',
  'house-number',
  'street-address',
  'postcode',
  'place',
  'country',
] as const;

/** An OpenID provider, or a broker in front of BundID (docs/connectors/identity-oidc.md). */
export const oidcConfiguration = z.strictObject({
  connector: z.literal('oidc'),
  /** Exactly as the provider writes it; `/.well-known/openid-configuration` below it must answer. */
  issuer: z
    .url()
    .refine(
      (address) => address.startsWith('https://') || loopback.test(address),
      'an https:// address is expected; http:// is taken on this machine only',
    ),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  clientAuthentication: z.enum(['client_secret_basic', 'client_secret_post']).default('client_secret_basic'),
  /** Under which names the provider passes attributes on. */
  profile: z.enum(['oidc', 'bundid']).default('oidc'),
  /** Claims by attribute, where they differ from the profile. */
  claims: z.partialRecord(attribute, z.string().min(1)).default({}),
  /** The claim with the level; without it that of the profile. */
  levelClaim: z.string().min(1).optional(),
  /** Level by the provider's word for it, besides STORK and eIDAS. */
  levels: z.record(z.string(), level).default({}),
  /** What is asked for (`acr_values`) by least level; without it the STORK names. */
  acrValues: z.partialRecord(level, z.string().min(1)).default({}),
  /** Scopes that are always asked for, besides those that the attributes need. */
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/)).default([]),
  /**
   * Asks for the password or card each time (`prompt=login`, OpenID Connect Core 3.1.2.1), also of who is signed in there already: at a
   * shared computer that may be the person before.
   */
  alwaysAsk: z.boolean().default(true),
  /** Attributes that the account has checked at the level of the login. All others are as the person told it. */
  verified: z.array(attribute).default([...checkedByAccounts]),
});

export type OidcConfiguration = z.infer<typeof oidcConfiguration>;
