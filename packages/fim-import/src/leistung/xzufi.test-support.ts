const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A text module; texts by language code. */
export const modulText = (code: string, texts: Readonly<Record<string, string>>, more = ''): string =>
  `<xzufi:modulText><xzufi:positionDarstellung>1</xzufi:positionDarstellung>${inhalt('inhalt', texts)}` +
  `<xzufi:leikaTextmodul listURI="urn:de:xzufi:codeliste:leistungstextmodulleika" listVersionID="20240216"><code>${code}</code></xzufi:leikaTextmodul>${more}</xzufi:modulText>`;

const inhalt = (name: string, texts: Readonly<Record<string, string>>): string =>
  Object.entries(texts)
    .map(([language, text]) => `<xzufi:${name} languageCode="${language}">${escape(text)}</xzufi:${name}>`)
    .join('');

/** A Leistung with its modules. */
export const leistungXml = (leika: string, modules: string): string =>
  `<xzufi:leistung><xzufi:id schemeAgencyID="L100042" schemeDataURI="x">L100042.LB.1</xzufi:id><xzufi:struktur><xzufi:leistungsobjektID>x</xzufi:leistungsobjektID></xzufi:struktur>` +
  `<xzufi:referenzLeiKa listURI="urn:de:fim:leika:leistung" listVersionID="1"><code>${leika}</code></xzufi:referenzLeiKa>${modules}</xzufi:leistung>`;

/** A message of the transfer interface. */
export const xzufiXml = (...leistungen: readonly string[]): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n<xzufi:transfer.operation.040103 xmlns:xzufi="http://xoev.de/schemata/xzufi/2_2_0" xzufiVersion="2.2.0">' +
  '<xzufi:nachrichtenkopf><xzufi:nachrichtenUUID>1</xzufi:nachrichtenUUID></xzufi:nachrichtenkopf>\n' +
  leistungen.map((one) => `<xzufi:schreibe>${one}</xzufi:schreibe>`).join('\n') +
  '</xzufi:transfer.operation.040103>';

export const leika = '99102013104000';

/** Most of what a description says. */
export const hundesteuer = leistungXml(
  leika,
  modulText('02', { de: 'Hundesteuer Anmeldung' }) +
    modulText('03', { de: 'Hund zur Hundesteuer anmelden', en: 'Register a dog for dog tax' }) +
    modulText('24', {
      de: '<p>Wenn Sie einen Hund halten, m&uuml;ssen Sie ihn anmelden.</p>',
      en: '<p>If you keep a dog, you must register it.</p>',
    }) +
    modulText('05', { de: '<ul><li>Hund anmelden</li></ul>' }) +
    modulText('06', { de: '<p>Die Hundesteuer ist eine Gemeindesteuer.</p><p>Sie gilt ab:</p><ul><li>drei Monaten</li></ul>' }) +
    modulText('09', {
      de: '<ul><li>Sie wohnen in der Gemeinde.</li><li>Sie halten einen Hund.</li></ul>',
      en: '<ul><li>You live here.</li><li>You keep a dog.</li></ul>',
    }) +
    modulText('08', { de: '<ul><li>Ausweis</li><li>Chipnummer</li></ul>', en: '<p>Passport and chip number</p>' }) +
    modulText('11', { de: '<ol><li>Sie melden an.</li><li>Sie bekommen die Marke.</li></ol>' }) +
    modulText('22', { de: '<p>Steueramt</p>' }) +
    modulText('07', { de: '<p><a href="https://recht.example/kag">§ 3 KAG NRW</a></p><p>Hundesteuersatzung</p>' }) +
    modulText('16', { de: 'Ein Hinweis' }) +
    modulText('06', { fr: 'La taxe' }) +
    modulText('99', { de: '<p>Etwas Neues</p>' }) +
    `<xzufi:modulKosten>${inhalt('beschreibung', { de: '<p>Die Anmeldung ist kostenlos.</p>' })}</xzufi:modulKosten>` +
    `<xzufi:modulFrist><xzufi:frist><xzufi:typ><code>2</code></xzufi:typ><xzufi:dauer>14</xzufi:dauer></xzufi:frist>${inhalt('beschreibung', { de: 'Innerhalb von zwei Wochen.' })}</xzufi:modulFrist>` +
    `<xzufi:modulBearbeitungsdauer>${inhalt('beschreibung', { de: 'Zwei Wochen' })}</xzufi:modulBearbeitungsdauer>`,
);
