/**
 * What the author of a service finds in its new files: keys that may be used, commented out. A line of YAML begins with `#` and no
 * space, or the spaces of its indentation; explanations with `# `. Without the first `#` the YAML is valid (a test does that).
 */

/** @param section of docs/service-package.md */
export const more = (section: string): string => `Alle Schlüssel: docs/service-package.md, Abschnitt „${section}“.`;

const toUse = '# Zum Verwenden das # am Zeilenanfang entfernen.\n';

export const serviceHints = `
${toUse}#audience:
#  - Wer den Antrag stellen kann
#documents:
#  - Was man bereithalten soll
#fee: Was es kostet, in Worten
#deadline: Bis wann der Antrag zu stellen ist
#duration: Wie lange es dauert
#procedure:
#  - Wie das Verfahren abläuft, der Reihe nach
#office: Welche Stelle zuständig ist
#draftDays: 30
#privacy:
#  purposes: [Wozu die Angaben gebraucht werden]
#  grounds: [public-task]
#  retention: Wie lange ein Antrag gespeichert wird
`;

/** @param field an id of the schema */
export const formHints = (field: string): string => `# Ids und Pfade zeigen fim inspect und fim evaluate.
# Möglich sind pages (Seiten), each, labels, help, widgets, autocomplete, initial, prefill, hide, order und add.
${toUse}#labels:
#  ${field}: Andere Beschriftung
#help:
#  ${field}: Ein Satz, der beim Ausfüllen hilft
`;

export const rulesHints = `${toUse}#fees:
#  - key: gebuehr
#    label: Verwaltungsgebühr
#    period: once
#    rows:
#      - label: Je Antrag
#        amounts: ['25,00']
`;

export const workflowHints = `
# Was vor dem Absenden erklärt wird; mit kind: consent eine freiwillige Einwilligung.
${toUse}#declarations:
#  - key: richtigkeit
#    text: Meine Angaben sind richtig und vollständig.
`;

export const outputsHints = `
# Eigene Formate: mapped-json und mapped-csv mit Spalten; from nennt den Pfad eines Feldes.
${toUse}#  - key: antrag-csv
#    format: mapped-csv
#    fileName: antrag.csv
#    columns:
#      - { name: Vorgang, meta: reference }
#      - { name: Art, constant: Antrag }
`;

/** @param field an id of the schema */
export const textsHints = (
  field: string,
): string => `# Daneben: en.yaml (Englisch) und de-simple.yaml (Einfache Sprache), mit denselben Schlüsseln.
${toUse}#service:
#  summary: Worum es geht, in einem Satz
#elements:
#  ${field}:
#    label: Andere Beschriftung
#    help: Ein Satz, der beim Ausfüllen hilft
`;
