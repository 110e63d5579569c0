/** Somebody who can sign in at the stand-in. Nobody of them exists. */
export interface DemonstrationPerson {
  readonly key: string;
  /** How the person signs in: said on the page. */
  readonly means: string;
  readonly acr: string;
  /** OpenID Connect Core 1.0, section 5.1. */
  readonly claims: Readonly<Record<string, unknown>>;
}

const address = (street: string, code: string, place: string): object => ({
  street_address: street,
  postal_code: code,
  locality: place,
  country: 'DE',
  formatted: `${street}\n${code} ${place}`,
});

/** Names, places and levels that a form has to cope with. */
export const demonstrationPersons: readonly DemonstrationPerson[] = [
  {
    key: 'erika',
    means: 'Online-Ausweis, Vertrauensniveau hoch',
    acr: 'STORK-QAA-Level-4',
    claims: {
      given_name: 'Erika',
      family_name: 'Mustermann',
      birthdate: '1984-08-12',
      email: 'erika.mustermann@example.org',
      phone_number: '+49 2999 555010',
      address: address('Heidestraße 17', '99999', 'Musterstadt'),
    },
  },
  {
    key: 'cagla',
    means: 'ELSTER-Zertifikat, Vertrauensniveau substanziell',
    acr: 'STORK-QAA-Level-3',
    claims: {
      given_name: 'Çağla Zoë',
      family_name: 'Đorđević-Öztürk',
      birthdate: '1991-02-03',
      email: 'cagla@example.org',
      address: address('Am Alten Markt 12 a', '99999', 'Musterstadt'),
    },
  },
  {
    key: 'otto',
    means: 'Benutzername und Passwort, Basisregistrierung: nichts ist geprüft',
    acr: 'STORK-QAA-Level-1',
    claims: { given_name: 'Otto', family_name: 'Beispiel', email: 'otto.beispiel@example.org' },
  },
  {
    key: 'mina',
    means: 'Online-Ausweis, Vertrauensniveau hoch; Geburtsdatum und Hausnummer nicht eindeutig',
    acr: 'STORK-QAA-Level-4',
    claims: { given_name: 'Mina', family_name: 'Probe', birthdate: '1979', address: address('C 4, 12', '68159', 'Mannheim') },
  },
];
