import type { PersonAttribute } from '@serviceportal/form-engine';

/** Under which claim an attribute stands. A dot leads into an object, unless a claim has the whole name. */
export type ClaimNames = Readonly<Partial<Record<PersonAttribute, string>>>;

/** OpenID Connect Core 1.0, section 5.1. */
const oidc: ClaimNames = {
  'given-names': 'given_name',
  'family-name': 'family_name',
  'birth-date': 'birthdate',
  'street-address': 'address.street_address',
  postcode: 'address.postal_code',
  place: 'address.locality',
  country: 'address.country',
  email: 'email',
  phone: 'phone_number',
};

/** BundID, Schnittstellenbeschreibung 10.2.0.0: where a broker passes the SAML attributes on under their own names. */
const bundid: ClaimNames = {
  'given-names': 'urn:oid:2.5.4.42',
  'family-name': 'urn:oid:2.5.4.4',
  'birth-name': 'urn:oid:1.2.40.0.10.2.1.1.225566',
  title: 'urn:oid:0.9.2342.19200300.100.1.40',
  'birth-date': 'urn:oid:1.2.40.0.10.2.1.1.55',
  'birth-place': 'urn:oid:1.3.6.1.5.5.7.9.2',
  nationality: 'urn:oid:1.2.40.0.10.2.1.1.225577',
  'street-address': 'urn:oid:2.5.4.16',
  postcode: 'urn:oid:2.5.4.17',
  place: 'urn:oid:2.5.4.7',
  country: 'urn:oid:1.2.40.0.10.2.1.1.225599',
  email: 'urn:oid:0.9.2342.19200300.100.1.3',
  phone: 'urn:oid:2.5.4.20',
};

export const profiles = { oidc, bundid } as const;

/** Under which claim the level stands. */
export const levelClaims: Readonly<Record<keyof typeof profiles, string>> = {
  oidc: 'acr',
  bundid: 'urn:oid:1.2.40.0.10.2.1.1.261.94',
};

/** The scopes under which claims come (OpenID Connect Core 1.0, section 5.4). */
export function scopesFor(attributes: readonly PersonAttribute[]): string[] {
  const inAddress: readonly PersonAttribute[] = ['street', 'house-number', 'street-address', 'postcode', 'place', 'country'];
  const scopeOf = (attribute: PersonAttribute): string =>
    attribute === 'email' || attribute === 'phone' ? attribute : inAddress.includes(attribute) ? 'address' : 'profile';
  return [...new Set(['openid', ...attributes.map(scopeOf)])];
}
