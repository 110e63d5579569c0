const ofEveryElement =
  'identifikation name beschreibung definition bezug gueltigAb gueltigBis versionshinweis veroeffentlichungsdatum relation stichwort ' +
  'freigabestatus statusGesetztAm statusGesetztDurch letzteAenderung status fachlicherErsteller freigabedatum ' +
  'bezeichnung bezeichnungEingabe bezeichnungAusgabe schemaelementart hilfetext hilfetextEingabe hilfetextAusgabe regel struktur';

const ofSome: Readonly<Record<string, string>> = {
  stammdatenschema: 'ableitungsmodifikationenStruktur ableitungsmodifikationenRepraesentation dokumentsteckbrief',
  datenfeldgruppe: 'art',
  datenfeld: 'feldart datentyp praezisierung inhalt vorbefuellung werte codelisteReferenz codeKey nameKey helpKey maxSize mediaType',
};

const known: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(ofSome).map(([element, names]) => [element, new Set(`${ofEveryElement} ${names}`.split(' '))]),
);

/** Does the standard, in either version, know this child of a schema, group or field? */
export function isKnownChild(element: string, child: string): boolean {
  return known.get(element)?.has(child) ?? false;
}
