import type { MunicipalityConfiguration } from './configuration.js';

export interface Authority {
  readonly name: string;
  readonly url?: string | undefined;
}

/**
 * Who watches over data protection in the public bodies of a Land (Art. 51 DSGVO). Offices, not the persons who hold them. Written
 * down in 2026 without an official source at hand: compare with the list of the Federal Commissioner
 * (https://www.bfdi.bund.de/DE/Service/Anschriften/Laender/Laender-node.html). `privacy.authority` of a municipality says another.
 */
export const supervisoryAuthorities: Readonly<Record<MunicipalityConfiguration['land'], Authority>> = {
  BB: {
    name: 'Landesbeauftragte für den Datenschutz und für das Recht auf Akteneinsicht Brandenburg',
    url: 'https://www.lda.brandenburg.de',
  },
  BE: { name: 'Berliner Beauftragte für Datenschutz und Informationsfreiheit', url: 'https://www.datenschutz-berlin.de' },
  BW: {
    name: 'Landesbeauftragter für den Datenschutz und die Informationsfreiheit Baden-Württemberg',
    url: 'https://www.baden-wuerttemberg.datenschutz.de',
  },
  BY: { name: 'Bayerischer Landesbeauftragter für den Datenschutz', url: 'https://www.datenschutz-bayern.de' },
  HB: {
    name: 'Landesbeauftragte für Datenschutz und Informationsfreiheit der Freien Hansestadt Bremen',
    url: 'https://www.datenschutz.bremen.de',
  },
  HE: { name: 'Hessischer Beauftragter für Datenschutz und Informationsfreiheit', url: 'https://datenschutz.hessen.de' },
  HH: { name: 'Hamburgischer Beauftragter für Datenschutz und Informationsfreiheit', url: 'https://datenschutz-hamburg.de' },
  MV: {
    name: 'Landesbeauftragter für Datenschutz und Informationsfreiheit Mecklenburg-Vorpommern',
    url: 'https://www.datenschutz-mv.de',
  },
  NI: { name: 'Landesbeauftragter für den Datenschutz Niedersachsen', url: 'https://www.lfd.niedersachsen.de' },
  NW: { name: 'Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen', url: 'https://www.ldi.nrw.de' },
  RP: {
    name: 'Landesbeauftragter für den Datenschutz und die Informationsfreiheit Rheinland-Pfalz',
    url: 'https://www.datenschutz.rlp.de',
  },
  SH: { name: 'Unabhängiges Landeszentrum für Datenschutz Schleswig-Holstein', url: 'https://www.datenschutzzentrum.de' },
  SL: { name: 'Unabhängiges Datenschutzzentrum Saarland', url: 'https://www.datenschutz.saarland.de' },
  SN: { name: 'Sächsische Datenschutz- und Transparenzbeauftragte', url: 'https://www.datenschutz.sachsen.de' },
  ST: { name: 'Landesbeauftragte für den Datenschutz Sachsen-Anhalt', url: 'https://datenschutz.sachsen-anhalt.de' },
  TH: {
    name: 'Thüringer Landesbeauftragter für den Datenschutz und die Informationsfreiheit',
    url: 'https://www.tlfdi.de',
  },
};
