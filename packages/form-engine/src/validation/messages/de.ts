import type { MessageParts, MessageTexts } from './message-texts.js';

const datei = ({ label, file }: MessageParts): string =>
  file === undefined ? `Die Datei bei „${label}“` : `Die Datei „${file}“ bei „${label}“`;

export const de: MessageTexts = {
  required: ({ label }) => `„${label}“ fehlt noch. Bitte machen Sie hier eine Angabe.`,
  format: ({ label, example = '1.234,50' }) => `Bitte geben Sie bei „${label}“ eine Zahl ein, zum Beispiel ${example}.`,
  'too-short': ({ label, bound }) => `Bitte geben Sie bei „${label}“ mindestens ${bound} Zeichen ein.`,
  'too-long': ({ label, bound }) => `Bitte kürzen Sie „${label}“ auf höchstens ${bound} Zeichen.`,
  'too-small': ({ label, bound }) => `Bitte geben Sie bei „${label}“ eine Zahl ab ${bound} ein.`,
  'too-large': ({ label, bound }) => `Bitte geben Sie bei „${label}“ eine Zahl bis ${bound} ein.`,
  pattern: ({ label, example }) =>
    example
      ? `Bitte prüfen Sie „${label}“. So sieht eine gültige Angabe aus: ${example}.`
      : `Bitte prüfen Sie die Schreibweise bei „${label}“.`,
  email: ({ label }) =>
    `Bitte prüfen Sie „${label}“. Eine E-Mail-Adresse hat ein @ und dahinter einen Namen mit Punkt, zum Beispiel name@beispiel.de.`,
  tel: ({ label }) => `Bitte schreiben Sie bei „${label}“ nur Ziffern, am Anfang auch ein +, zum Beispiel 0123 456789.`,
  'iban-country': ({ label }) => `Bitte prüfen Sie „${label}“. Eine IBAN beginnt mit zwei Buchstaben für das Land, zum Beispiel DE.`,
  'iban-length': ({ label }) => `Bitte prüfen Sie „${label}“. Es fehlen Zeichen, oder es sind zu viele. Eine deutsche IBAN hat 22 Zeichen.`,
  bic: ({ label }) => `Bitte prüfen Sie „${label}“. Eine BIC hat 8 oder 11 Zeichen, zum Beispiel BYLADEM1001.`,
  'tax-id': ({ label }) => `Bitte prüfen Sie „${label}“. Die Nummer hat 11 Ziffern und beginnt nicht mit 0.`,
  postcode: ({ label }) => `Bitte prüfen Sie „${label}“. Eine Postleitzahl hat 5 Ziffern, zum Beispiel 12345.`,
  'check-digits': ({ label }) => `Bitte prüfen Sie „${label}“. Eine Ziffer ist falsch oder vertauscht: Die Prüfziffer passt nicht.`,
  'not-in-list': ({ label }) => `Bitte wählen Sie bei „${label}“ eine der angebotenen Antworten.`,
  date: ({ label }) => `Bitte geben Sie bei „${label}“ ein Datum mit Tag, Monat und Jahr ein, zum Beispiel 24.12.2026.`,
  'too-early': ({ label, bound }) => `Bitte geben Sie bei „${label}“ ein Datum ab dem ${bound} ein.`,
  'too-late': ({ label, bound }) => `Bitte geben Sie bei „${label}“ ein Datum bis zum ${bound} ein.`,
  'too-few': ({ label, bound }) => `Bitte machen Sie bei „${label}“ mindestens ${bound} Angaben.`,
  'too-many': ({ label, bound }) => `Bei „${label}“ sind höchstens ${bound} Angaben möglich. Bitte entfernen Sie die übrigen.`,
  choice: ({ label }) => `Bitte füllen Sie bei „${label}“ genau einen der Bereiche aus.`,
  conflict: ({ label, bound }) => `Diese Angaben schließen sich aus: ${bound ?? `„${label}“`}. Bitte entfernen Sie eine davon.`,
  'file-type': (parts) => `${datei(parts)} hat ein Format, das wir nicht lesen können. Möglich sind: ${parts.bound}.`,
  'file-size': (parts) => `${datei(parts)} ist zu groß. Sie darf höchstens ${parts.bound} groß sein.`,
  'file-broken': (parts) => `${datei(parts)} ist leer oder beschädigt. Bitte wählen Sie sie noch einmal aus.`,
  'file-infected': (parts) =>
    `${datei(parts)} enthält vermutlich einen Virus. Wir haben sie nicht gespeichert. Bitte wählen Sie eine andere Datei aus.`,
  'file-unscanned': (parts) =>
    `${datei(parts)} können wir gerade nicht prüfen. Bitte wählen Sie sie in einigen Minuten noch einmal aus. Was Sie sonst eingegeben haben, geht nicht verloren.`,
  'file-unstored': (parts) =>
    `${datei(parts)} können wir gerade nicht speichern. Bitte wählen Sie sie in einigen Minuten noch einmal aus. Was Sie sonst eingegeben haben, geht nicht verloren.`,
  'file-unscannable': (parts) => `${datei(parts)} ist zu groß, um sie auf Viren zu prüfen. Bitte wählen Sie eine kleinere Datei aus.`,
  'file-pixels': (parts) =>
    `${datei(parts)} hat zu viele Bildpunkte. Möglich sind ${parts.bound} Megapixel. Bitte verkleinern Sie das Bild.`,
  'file-encrypted': (parts) =>
    `${datei(parts)} lässt sich nur mit einem Passwort öffnen. Bitte speichern Sie sie ohne Passwort, und wählen Sie sie dann noch einmal aus.`,
};
