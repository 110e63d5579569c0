import type { MessageTexts } from './message-texts.js';

export const deSimple: MessageTexts = {
  required: ({ label }) => `Hier fehlt etwas: „${label}“. Bitte ausfüllen.`,
  format: ({ label, example = '1.234,50' }) => `Bitte schreiben Sie bei „${label}“ eine Zahl. Zum Beispiel: ${example}.`,
  'too-short': ({ label, bound }) => `„${label}“ ist zu kurz. Schreiben Sie mindestens ${bound} Zeichen.`,
  'too-long': ({ label, bound }) => `„${label}“ ist zu lang. Schreiben Sie höchstens ${bound} Zeichen.`,
  'too-small': ({ label, bound }) => `Die Zahl bei „${label}“ ist zu klein. Sie muss ${bound} oder größer sein.`,
  'too-large': ({ label, bound }) => `Die Zahl bei „${label}“ ist zu groß. Sie muss ${bound} oder kleiner sein.`,
  pattern: ({ label, example }) =>
    example ? `„${label}“ stimmt so nicht. Richtig ist zum Beispiel: ${example}.` : `„${label}“ stimmt so nicht. Bitte prüfen Sie es.`,
  'not-in-list': ({ label }) => `Bitte wählen Sie bei „${label}“ eine Antwort aus.`,
  date: ({ label }) => `Bitte schreiben Sie bei „${label}“ den Tag, den Monat und das Jahr. Zum Beispiel: 24.12.2026.`,
  'too-early': ({ label, bound }) => `Das Datum bei „${label}“ ist zu früh. Möglich ist ein Datum ab dem ${bound}.`,
  'too-late': ({ label, bound }) => `Das Datum bei „${label}“ ist zu spät. Möglich ist ein Datum bis zum ${bound}.`,
  'too-few': ({ label, bound }) => `Bei „${label}“ fehlt etwas. Wir brauchen mindestens ${bound} Angaben.`,
  'too-many': ({ label, bound }) => `Bei „${label}“ ist zu viel. Höchstens ${bound} Angaben sind möglich.`,
  choice: ({ label }) => `Bei „${label}“ gibt es mehrere Teile. Bitte füllen Sie nur einen Teil aus.`,
  conflict: ({ label, bound }) => `Diese Angaben passen nicht zusammen: ${bound ?? `„${label}“`}. Bitte löschen Sie eine davon.`,
  'file-type': ({ label, bound }) => `Diese Datei geht bei „${label}“ nicht. Diese Dateien gehen: ${bound}.`,
  'file-size': ({ label, bound }) => `Die Datei bei „${label}“ ist zu groß. Höchstens ${bound} sind möglich.`,
  'file-broken': ({ label }) => `Die Datei bei „${label}“ ist kaputt. Bitte wählen Sie die Datei noch einmal aus.`,
};
