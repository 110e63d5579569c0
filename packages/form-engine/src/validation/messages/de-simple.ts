import type { MessageParts, MessageTexts } from './message-texts.js';

const datei = ({ label, file }: MessageParts): string =>
  file === undefined ? `Die Datei bei „${label}“` : `Die Datei „${file}“ bei „${label}“`;

export const deSimple: MessageTexts = {
  required: ({ label }) => `Hier fehlt etwas: „${label}“. Bitte ausfüllen.`,
  format: ({ label, example = '1.234,50' }) => `Bitte schreiben Sie bei „${label}“ eine Zahl. Zum Beispiel: ${example}.`,
  'too-short': ({ label, bound }) => `„${label}“ ist zu kurz. Schreiben Sie mindestens ${bound} Zeichen.`,
  'too-long': ({ label, bound }) => `„${label}“ ist zu lang. Schreiben Sie höchstens ${bound} Zeichen.`,
  'too-small': ({ label, bound }) => `Die Zahl bei „${label}“ ist zu klein. Sie muss ${bound} oder größer sein.`,
  'too-large': ({ label, bound }) => `Die Zahl bei „${label}“ ist zu groß. Sie muss ${bound} oder kleiner sein.`,
  pattern: ({ label, example }) =>
    example ? `„${label}“ stimmt so nicht. Richtig ist zum Beispiel: ${example}.` : `„${label}“ stimmt so nicht. Bitte prüfen Sie es.`,
  email: ({ label }) => `Bitte prüfen Sie „${label}“. Eine E-Mail-Adresse sieht so aus: name@beispiel.de.`,
  tel: ({ label }) => `Bitte schreiben Sie bei „${label}“ nur Zahlen. Zum Beispiel: 0123 456789.`,
  'iban-country': ({ label }) => `Bitte prüfen Sie „${label}“. Eine IBAN fängt mit 2 Buchstaben an. Zum Beispiel: DE.`,
  'iban-length': ({ label }) => `Bitte prüfen Sie „${label}“. Die Nummer ist zu kurz oder zu lang. Eine deutsche IBAN hat 22 Zeichen.`,
  bic: ({ label }) => `Bitte prüfen Sie „${label}“. Eine BIC hat 8 oder 11 Zeichen. Zum Beispiel: BYLADEM1001.`,
  'tax-id': ({ label }) => `Bitte prüfen Sie „${label}“. Die Nummer hat 11 Ziffern. Die erste Ziffer ist nicht 0.`,
  postcode: ({ label }) => `Bitte prüfen Sie „${label}“. Die Postleitzahl hat 5 Ziffern. Zum Beispiel: 12345.`,
  'check-digits': ({ label }) => `Bitte prüfen Sie „${label}“. Eine Ziffer ist falsch. Vergleichen Sie bitte jede Ziffer.`,
  'not-in-list': ({ label }) => `Bitte wählen Sie bei „${label}“ eine Antwort aus.`,
  date: ({ label }) => `Bitte schreiben Sie bei „${label}“ den Tag, den Monat und das Jahr. Zum Beispiel: 24.12.2026.`,
  'too-early': ({ label, bound }) => `Das Datum bei „${label}“ ist zu früh. Möglich ist ein Datum ab dem ${bound}.`,
  'too-late': ({ label, bound }) => `Das Datum bei „${label}“ ist zu spät. Möglich ist ein Datum bis zum ${bound}.`,
  'too-few': ({ label, bound }) => `Bei „${label}“ fehlt etwas. Wir brauchen mindestens ${bound} Angaben.`,
  'too-many': ({ label, bound }) => `Bei „${label}“ ist zu viel. Höchstens ${bound} Angaben sind möglich.`,
  choice: ({ label }) => `Bei „${label}“ gibt es mehrere Teile. Bitte füllen Sie nur einen Teil aus.`,
  conflict: ({ label, bound }) => `Diese Angaben passen nicht zusammen: ${bound ?? `„${label}“`}. Bitte löschen Sie eine davon.`,
  'file-type': (parts) => `${datei(parts)} geht nicht. Diese Dateien gehen: ${parts.bound}.`,
  'file-size': (parts) => `${datei(parts)} ist zu groß. Höchstens ${parts.bound} sind möglich.`,
  'file-broken': (parts) => `${datei(parts)} ist leer oder kaputt. Bitte wählen Sie die Datei noch einmal aus.`,
  'file-infected': (parts) =>
    `${datei(parts)} hat vielleicht einen Virus. Wir haben die Datei nicht gespeichert. Bitte wählen Sie eine andere Datei aus.`,
  'file-unscanned': (parts) =>
    `${datei(parts)} können wir gerade nicht prüfen. Bitte warten Sie einige Minuten. Dann wählen Sie die Datei noch einmal aus. Alles andere bleibt da.`,
  'file-unstored': (parts) =>
    `${datei(parts)} können wir gerade nicht speichern. Bitte warten Sie einige Minuten. Dann wählen Sie die Datei noch einmal aus. Alles andere bleibt da.`,
  'file-unscannable': (parts) => `${datei(parts)} ist zu groß für unsere Prüfung. Bitte wählen Sie eine kleinere Datei aus.`,
  'file-pixels': (parts) =>
    `Das Bild ist zu groß: ${datei(parts)}. Möglich sind ${parts.bound} Mega-Pixel. Bitte machen Sie das Bild kleiner.`,
  'file-encrypted': (parts) =>
    `${datei(parts)} hat ein Passwort. Wir können die Datei nicht öffnen. Bitte speichern Sie die Datei ohne Passwort. Dann wählen Sie sie noch einmal aus.`,
};
