import { say } from '../language.js';

/** Worked examples, exit codes and where to read more, after the list of commands. */
export const rootHelp = (): string =>
  say({
    de: `
Drei Wege, sich zurechtzufinden:

  Aus einem Schema einen Dienst machen
    fim fetch S05000001195                                     Aus dem FIM-Portal laden; fim search findet Nummern
    fim inspect S05000001195V2.3.0_xdf3.xml                    Was steht darin, was bleibt offen?
    fim compile S05000001195V2.3.0_xdf3.xml --out my-service   Ordner anlegen; Texte, Gebühren und Ziele ergänzen
    fim pack my-service --out my-service.json                  Archiv für das Portal

  Ausprobieren, was die Regeln bewirken
    fim evaluate S05000001195V2.3.0_xdf3.xml --answers answers.json   Was wird gefragt, was ist Pflicht?
    fim explain S05000001195V2.3.0_xdf3.xml G05000010678              Warum? Regel und Rechtsgrundlage

  Eine neue Fassung übernehmen
    fim compare my-service S05000001195V2.4.0_xdf3.xml         Was ändert sich, was passt nicht mehr?
    fim compile S05000001195V2.4.0_xdf3.xml --out my-service   Schema ersetzen, Eigenes behalten

Rückgabewert:
  0  erledigt
  1  Aufruf oder Eingabe ist falsch; die Meldung nennt Stelle und Abhilfe
  2  es gibt Befunde: Fehler (lint), Unterschiede (compare)

Mehr dazu: docs/fim-import.md (von der Nummer zum Dienst), docs/service-package.md, docs/glossary.md, docs/errors.md`,
    en: `
Three ways to begin:

  Make a service of a schema
    fim fetch S05000001195                                     Get it from the FIM portal; fim search finds numbers
    fim inspect S05000001195V2.3.0_xdf3.xml                    What is in it, what remains open?
    fim compile S05000001195V2.3.0_xdf3.xml --out my-service   Write the folder; add texts, fees and targets
    fim pack my-service --out my-service.json                  Archive for the portal

  Try what the rules do
    fim evaluate S05000001195V2.3.0_xdf3.xml --answers answers.json   What is asked, what is required?
    fim explain S05000001195V2.3.0_xdf3.xml G05000010678              Why? Rule and legal basis

  Take over a new version
    fim compare my-service S05000001195V2.4.0_xdf3.xml         What changes, what no longer fits?
    fim compile S05000001195V2.4.0_xdf3.xml --out my-service   Replace the schema, keep what is yours

Exit codes:
  0  done
  1  call or input is wrong; the message says where and what to do
  2  there are findings: errors (lint), differences (compare)

Read more: docs/fim-import.md (from a number to a service package), docs/service-package.md, docs/glossary.md, docs/errors.md`,
  });
