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
