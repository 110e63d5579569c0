import { describe, expect, test } from '@jest/globals';
import { aboutWhom } from './person-elements.js';

const whom = (bezeichnungEingabe: string, name = ''): ReturnType<typeof aboutWhom> => aboutWhom({ name, bezeichnungEingabe });

// Names and headings of groups in published schemas.
describe('whom a group is about', () => {
  test.each([
    ['Angaben zur antragstellenden Person', ''],
    ['Antragstellende Person', 'Persönliche Angaben bei Bearbeitung Jagdschein (mit Einverständniserklärung)'],
    ['Ihre Angaben', 'Hundehalterin oder Hundehalter'],
    ['Angaben zum Antragsteller', 'Antragsteller - Natürliche Person (ohne GV, mit Ausland) - zenBRed'],
    ['Antragsteller/Anzeigender (nicht geschäftlich)', ''],
  ])('%s: who applies', (heading, name) => expect(whom(heading, name)).toBe('applicant'));

  test.each([
    ['Ansprechperson', ''],
    ['Angaben zum Unternehmen', 'Angaben zum Unternehmen (Natürliche Person)'],
    ['Antragsteller/in', 'Person (juristische Person)'],
    ['Gesetzlich vertretende Person', ''],
    ['Frühere Anschrift', ''],
    ['Auslandsanschrift', 'Anschrift Ausland'],
    ['Angaben zur Kindertagespflegeperson', ''],
    ['Angestrebter Arbeitsort', ''],
    ['Abweichende Meldeanschriften der letzten 5 Jahre', ''],
  ])('%s: somebody or something else', (heading, name) => expect(whom(heading, name)).toBe('other'));

  test.each([
    ['Anschrift', 'Anschrift Inland oder Ausland (Adresssuche, Straßenanschrift)'],
    ['Straßenanschrift Inland', ''],
    ['Geburtsdatum', ''],
    ['Erreichbarkeit', 'Kommunikation (wenig, ohne De-Mail)'],
    // Both: the groups inside say it.
    ['Angaben Antragsteller oder Gesetzlicher Vertreter', ''],
    ['Persönliche Angaben zum Kind des Antragstellers', ''],
    ['Persönliche Angaben des Vaters des Antragstellers', ''],
  ])('%s: as the group around it', (heading, name) => expect(whom(heading, name)).toBeUndefined());
});
