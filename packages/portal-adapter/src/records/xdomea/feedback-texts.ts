/** What codes of feedback mean where a message gives none of their names: the lists of xdomea 3.0.0 for what we send, shortened. */
export const feedbackTexts: Readonly<Record<string, string>> = {
  '0000003': 'Die Kennung ist dem DMS nicht bekannt.',
  '0000004': 'Die nötigen Rechte fehlen.',
  '0000005': 'Die ID des Fachverfahrens ist unbekannt.',
  '0000008': 'Die Nachricht entspricht nicht dem Schema.',
  '0000009': 'Die Nachricht ist bereits verarbeitet.',
  '0000018': 'Eine Datei wurde nicht gefunden.',
  '0604001': 'Die ID des Containerobjekts ist unbekannt oder ungültig.',
  '0604002': 'Der Typ des Schriftgutobjekts ist nicht definiert.',
  '0604003': 'Das Schriftgutobjekt kann nicht angelegt werden.',
  '0604004': 'Das Objekt kann nicht geöffnet werden.',
  '0604005': 'Der Name eines Metadatums enthält ungültige Zeichen.',
  '0604006': 'Der Wert eines Metadatums enthält ungültige Zeichen.',
  '0604007': 'Die Beschreibung eines Metadatums enthält ungültige Zeichen.',
};
