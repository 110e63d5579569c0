import type { MessageTexts } from './message-texts.js';

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
  'check-digits': ({ label }) => `Bitte prüfen Sie „${label}“. Eine Ziffer ist falsch oder vertauscht: Die Prüfziffer passt nicht.`,
  'not-in-list': ({ label }) => `Bitte wählen Sie bei „${label}“ eine der angebotenen Antworten.`,
  date: ({ label }) => `Bitte geben Sie bei „${label}“ ein Datum mit Tag, Monat und Jahr ein, zum Beispiel 24.12.2026.`,
  'too-early': ({ label, bound }) => `Bitte geben Sie bei „${label}“ ein Datum ab dem ${bound} ein.`,
  'too-late': ({ label, bound }) => `Bitte geben Sie bei „${label}“ ein Datum bis zum ${bound} ein.`,
  'too-few': ({ label, bound }) => `Bitte machen Sie bei „${label}“ mindestens ${bound} Angaben.`,
  'too-many': ({ label, bound }) => `Bei „${label}“ sind höchstens ${bound} Angaben möglich. Bitte entfernen Sie die übrigen.`,
  choice: ({ label }) => `Bitte füllen Sie bei „${label}“ genau einen der Bereiche aus.`,
  conflict: ({ label, bound }) => `Diese Angaben schließen sich aus: ${bound ?? `„${label}“`}. Bitte entfernen Sie eine davon.`,
  'file-type': ({ label, bound }) => `Die Datei bei „${label}“ hat ein Format, das wir nicht lesen können. Möglich sind: ${bound}.`,
  'file-size': ({ label, bound }) => `Die Datei bei „${label}“ ist zu groß. Sie darf höchstens ${bound} groß sein.`,
  'file-broken': ({ label }) => `Die Datei bei „${label}“ ist leer oder beschädigt. Bitte wählen Sie sie noch einmal aus.`,
};
