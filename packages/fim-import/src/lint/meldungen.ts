/** FIM's own severities. Errors are the first two; `Deaktiviert` is switched off by FIM. */
export type Schwere = 'FehlerKritisch' | 'FehlerMethodisch' | 'Warnung' | 'Hinweis' | 'Deaktiviert';

export interface Meldung {
  readonly code: string;
  readonly schwere: Schwere;
  readonly text: string;
}

/** Code, severity and message as published: urn:xoev-de:fim-datenfelder:codeliste:xdfm, version 1.8. */
const published = `
1001 FehlerMethodisch Eine Regel kann nicht auf ein referenziertes Baukastenelement zugreifen.
1002 FehlerKritisch Der Name eines Elements ist nicht gesetzt.
1003 Warnung In einem Datenschema sollte ein Baukastenelement i. d. R. nicht mehrfach in unterschiedlichen Versionen enthalten sein.
1004 Warnung In einer Datenfeldgruppe darf ein Baukastenelement nicht mehrfach in derselben Version enthalten sein.
1005 FehlerKritisch Die Kennung einer Codeliste ist nicht als URN formuliert, z. B. urn:de:fim:codeliste:dokumenttyp.
1006 FehlerKritisch Der Bezug zur Handlungsgrundlage darf bei Elementen mit der Strukturelementart 'rechtsnormgebunden' nicht leer sein.
1007 FehlerKritisch Es ist kein Dokumentsteckbrief zugeordnet.
1008 FehlerKritisch Der Bezug zur Handlungsgrundlage darf bei Dokumentsteckbriefen nicht leer sein.
1009 FehlerKritisch Die 'Bezeichnung Eingabe' muss befüllt werden.
1010 FehlerKritisch Die 'Bezeichnung Ausgabe' muss befüllt werden.
1011 FehlerKritisch Bei Datenfeldern mit der Feldart 'Auswahl' muss der Datentyp 'Text' sein.
1012 FehlerMethodisch Bei Datenfeldern mit der Feldart 'Auswahlfeld' oder 'Statisches, read-only Feld' dürfen weder die minimale noch die maximale Feldlänge angegeben werden.
1013 FehlerMethodisch Innerhalb von Datenschemata und Datenfeldgruppen dürfen nur Elemente mit der Strukturelementart 'harmonisiert' oder 'rechtsnormgebunden' verwendet werden.
1014 FehlerKritisch Datenfelder dürfen nicht die Strukturelementart 'abstrakt' haben.
1015 FehlerKritisch Eine Feldlänge darf nur bei einem Datenfeld mit dem Datentyp 'Text' oder 'String.Latin+' angegeben werden.
1016 FehlerKritisch Ein Wertebereich darf nur bei einem Datenfeld mit einem nummerischen Datentyp (Nummer, Ganzzahl, Geldbetrag) oder einem Zeitdatentyp (Uhrzeit, Datum, Zeitpunkt) angegeben werden.
1017 FehlerKritisch Ist eine Code- oder Werteliste zugeordnet, muss die Feldart 'Auswahl' sein.
1018 Warnung Wenn ein Datenfeld die Feldart 'Auswahl' hat, muss entweder eine Code- oder eine Werteliste zugeordnet sein.
1019 FehlerMethodisch Baukastenelemente, die in Regeln referenziert werden, dürfen keine Versionsangaben beinhalten.
1021 FehlerKritisch Es ist keine Multiplizität angegeben.
1022 FehlerMethodisch Bei Verwendung von Elementen mit der Strukturelementart 'abstrakt' oder 'harmonisiert' innerhalb von Datenfeldgruppen mit der Strukturelementart 'rechtsnormgebunden' muss zur Multiplizität ein Bezug zu einer Handlungsgrundlage angegeben werden.
1023 FehlerKritisch Eine Datenfeldgruppe muss mindestens ein Unterelement enthalten.
1024 FehlerMethodisch Die Freitextregel muss befüllt sein.
1025 FehlerMethodisch In einem Datenschema dürfen Baukastenelement auf oberster Ebene nicht mehrfach in derselben Version enthalten sein.
1026 FehlerKritisch Zirkelbezug
1027 FehlerKritisch Es ist keine oder eine unbekannte Feldart angegeben.
1028 FehlerKritisch Es ist kein oder ein unbekannter Datentyp angegeben.
1029 FehlerKritisch Es ist keine oder eine unbekannte Relationsart angegeben.
1030 FehlerKritisch Es ist keine oder eine unbekannte Vorbefüllungsart angegeben.
1031 FehlerKritisch Es ist keine oder eine unbekannte Strukturelementart angegeben.
1032 FehlerKritisch Es ist kein oder ein unbekannter Status angegeben.
1033 FehlerKritisch Es ist keine oder eine unbekannte Änderbarkeit der Struktur angegeben.
1034 FehlerKritisch Es ist keine oder eine unbekannte Änderbarkeit der Repräsentation angegeben.
1035 FehlerMethodisch Hinweis noch im alten Format.
1036 FehlerMethodisch In einer Codeliste muss die Kombination aus Kennung und Version immer eindeutig sein.
1037 Warnung In einem Datenschema sollte eine Codeliste i. d. R. nicht in mehreren Versionen verwendet werden.
1038 FehlerKritisch Die ID eines Objektes ist nicht gesetzt.
1039 FehlerKritisch Das Format der ID entspricht nicht den Vorgaben.
1040 FehlerKritisch Die Kennung einer Codeliste ist leer.
1041 FehlerMethodisch Baukastenelemente, die in Regeln referenziert werden, verwenden noch die alte, verkürzte Element-ID.
1042 FehlerKritisch Es ist keine oder eine unbekannte Gruppenart angegeben.
1043 FehlerMethodisch Eine Auswahlgruppe muss mindestens zwei Unterelemente haben.
1044 FehlerMethodisch Eine Code- oder Werteliste muss mindestens zwei Einträge haben.
1045 FehlerKritisch Innerhalb einer Code- oder Werteliste dürfen Codes (Schlüssel) nicht doppelt verwendet werden.
1046 FehlerKritisch Die Multiplizität entspricht nicht den Formatvorgaben.
1047 FehlerKritisch In der Multiplizität muss die minimale Anzahl kleiner oder gleich der maximalen Anzahl sein.
1048 FehlerMethodisch Die URN-Kennung einer Codeliste entspricht nicht den Formatvorgaben, z. B. urn:xoev-de:fim-datenfelder:codeliste:dokumentart (Umlaute sind nicht erlaubt!).
1049 FehlerKritisch Die Definition eines Dokumentsteckbriefs muss befüllt sein.
1050 FehlerKritisch Die Bezeichnung muss befüllt sein.
1051 FehlerKritisch Der Bezug zur Handlungsgrundlage darf nicht leer sein.
1052 FehlerKritisch Der Bezug zur Handlungsgrundlage darf nur bei abstrakten Dokumentsteckbriefen leer sein.
1053 FehlerKritisch Zu einem konkreten Dokumentsteckbrief dürfen keine Dokumentsteckbriefe zugeordnet werden.
1054 FehlerKritisch Zu einem abstrakten Dokumentsteckbrief müssen mindestens zwei Dokumentsteckbriefe zugeordnet werden.
1055 FehlerKritisch Es ist keine oder eine unbekannte Dokumentart angegeben.
1056 FehlerKritisch Die Dateigröße darf nur befüllt sein, wenn der Datentyp des Feldes den Wert 'Anlage (Datei)' hat.
1057 FehlerKritisch Erlaubte Datentypen dürfen nur angegeben werden, wenn der Datentyp des Feldes den Wert 'Anlage (Datei)' hat.
1058 FehlerMethodisch Spaltendefinitionen dürfen nur angegeben werden, wenn im Datenfeld eine referenzierte Codeliste enthalten ist.
1059 FehlerKritisch Die minimale Feldlänge muss eine ganze Zahl größer oder gleich Null sein.
1060 FehlerKritisch Die maximale Feldlänge muss eine ganze Zahl größer Null sein.
1061 FehlerKritisch Die minimale Feldlänge darf nicht größer sein als die maximale Feldlänge.
1062 FehlerKritisch Die untere Wertgrenze muss eine Zahl sein.
1063 FehlerKritisch Die obere Wertgrenze muss eine Zahl sein.
1064 FehlerKritisch Die untere Wertgrenze darf nicht größer sein als die obere Wertgrenze.
1065 FehlerKritisch Die untere Wertgrenze muss eine ganze Zahl sein.
1066 FehlerKritisch Die obere Wertgrenze muss eine ganze Zahl sein.
1067 FehlerKritisch Die untere Wertgrenze muss ein Datum sein.
1068 FehlerKritisch Die obere Wertgrenze muss ein Datum sein.
1069 FehlerKritisch Der Inhalt muss eine Zahl sein.
1070 FehlerKritisch Der Inhalt muss eine ganze Zahl sein.
1071 FehlerKritisch Der Inhalt muss ein Datum sein.
1072 FehlerKritisch Der Inhalt unterschreitet die untere Wertgrenze.
1073 FehlerKritisch Der Inhalt überschreitet die obere Wertgrenze.
1074 FehlerKritisch Der Inhalt unterschreitet die Minimallänge.
1075 FehlerKritisch Der Inhalt überschreitet die Maximallänge.
1076 FehlerMethodisch Der angegbene Wert im Feld Inhalt entspricht keinem Wert der zugeordneten Codeliste.
1077 FehlerKritisch Der Inhalt muss ein Wahrheitswert sein (true oder false).
1078 FehlerKritisch Ein Datenschema muss mindestens ein Unterelement enthalten.
1079 FehlerKritisch Die untere Wertgrenze muss ein Zeitpunkt (Datum und Uhrzeit) sein.
1080 FehlerKritisch Die obere Wertgrenze muss ein Zeitpunkt (Datum und Uhrzeit) sein.
1081 FehlerKritisch Die untere Wertgrenze muss eine Uhrzeit sein.
1082 FehlerKritisch Die obere Wertgrenze muss eine Uhrzeit sein.
1083 FehlerKritisch Der Inhalt muss ein Zeitpunkt (Datum und Uhrzeit) sein.
1084 FehlerKritisch Der Inhalt muss eine Uhrzeit sein.
1085 FehlerMethodisch Der Inhalt muss ein Code-Wert der Werteliste sein.
1087 FehlerKritisch Relation zu einem unzulässigen Objekt.
1088 FehlerMethodisch Diese Relation darf in diesem Objekt nicht verwendet werden.
1089 Deaktiviert Bei Datenfeldern mit der Feldart 'Eingabe' darf der Datentyp nicht 'Statisches Objekt' sein.
1090 FehlerKritisch Bei Datenfeldern mit der Feldart 'Statisch' darf der Datentyp nur 'Statisches Objekt', 'Text' oder 'Text (String Latin)' sein.
1091 FehlerKritisch In der Relation ist kein Objekt angegeben.
1092 FehlerKritisch Die Angabe zu IstAbstrakt ist falsch oder leer.
1093 Warnung Innerhalb einer Code- oder Werteliste sollten Namen (Bezeichnungen) nicht doppelt verwendet werden.
1094 FehlerMethodisch Datenschemata oder Datenfeldgruppen mit mindestens einem weiteren Unterelement dürfen das Element F60000000001 'Default-Datenfeld' nicht enthalten.
1095 Warnung Datenschemata oder Datenfeldgruppen sollten das Element F60000000001 'Default-Datenfeld' nur in Ausnahmefällen beinhalten.
1096 Warnung Ein Datenschema sollte nur übergangsweise dem Dokumentsteckbrief D99000000001 'Default-Dokumentsteckbrief' zugeordnet werden.
1097 FehlerMethodisch Ein methodisch oder fachlich freigegebenes Datenschema darf nicht dem Dokumentsteckbrief D99000000001 'Default-Dokumentsteckbrief' zugeordnet sein.
1098 FehlerMethodisch Bezeichnung und Hilfetext dürfen nicht gleich sein.
1099 FehlerMethodisch Name und Hilfetext dürfen nicht gleich sein.
1100 FehlerKritisch Bei Datenfeldern mit den Datentypen 'Anlage (Datei)' oder 'Statisches Objekt' darf der Inhalt nicht gefüllt sein.
1101 Warnung Der Bezug zur Handlungsgrundlage sollte bei Elementen mit der Strukturelementart 'harmonisiert' möglichst nicht leer sein.
1102 Warnung Bei Eingabedatenfeldern mit dem Datentyp 'Text' oder 'String.Latin+' sollten, wenn möglich, die minimale und maximale Feldlänge angegeben werden.
1103 Warnung Bei Datenfeldern mit dem Datentyp 'Nummer', 'Ganzzahl', 'Geldbetrag' oder 'Datum' sollte, wenn möglich, ein Wertebereich angegeben werden.
1104 Deaktiviert Zu einer Regel ist kein Script definiert.
1105 Warnung Die Version einer Codeliste sollte im Datumsformat in folgender Form angegeben werden, z. B. 2018-03-01.
1106 Warnung Eine Datenfeldgruppe sollte mehr als ein Unterelement haben.
1107 Warnung Der Hilfetext eines Dokumentsteckbriefs sollte befüllt werden.
1108 Deaktiviert Wenn ein Datenfeld die Feldart 'Auswahl' hat, sollte der Datentyp i. d. R. vom Typ 'Text' sein.
1109 Warnung Bei einem Feld mit nur lesendem Zugriff, der Feldart 'Statisch' wird i. d. R. der Inhalt mit einem Text befüllt.
1110 Deaktiviert In Codelisten sollte der Bezug zur Handlungsgrundlage nicht leer sein.
1111 Deaktiviert Codeliste wird nicht verwendet.
1112 Deaktiviert Versionierte Baukastenelemente, die nicht verwendet werden, sollten gelöscht werden.
1113 Deaktiviert Eine Arbeitsversion, die nicht verwendet wird und keine Versionen hat, sollte gelöscht werden.
1114 Deaktiviert Element wird nicht verwendet.
1115 Warnung Auf die Codeliste kann nicht im XRepository zugegriffen werden. Dies könnte z. B. auf einen Fehler in der URN oder der Version der Codeliste zurückzuführen sein.
1116 Warnung Baukastenelemente im Status 'inaktiv' sollten nur in Ausnahmefällen verwendet werden.
1117 Hinweis Das Feld 'Fachlicher Ersteller' darf zur Versionierung oder Veröffentlichung nicht leer sein.
1118 FehlerKritisch Ein Unterlement einer Auswahlgruppe muss immer die Multiplizität 0:1 haben.
1119 Deaktiviert Der Status muss zur Versionierung oder Veröffentlichung den Wert 'aktiv' haben.
1120 FehlerMethodisch Bei Datenfeldern mit den Datentypen 'Anlage (Datei)' oder 'Statisches Objekt' darf kein Pattern angegeben werden.
1121 Warnung Der angegbene Wert im Feld Inhalt entspricht keinem Wert der zugeordneten Codeliste in der aktuellsten Version.
1122 FehlerMethodisch Die referenzierte Spalte existiert nicht in der zugeordneten Codeliste.
1123 Warnung Die referenzierte Spalte existiert nicht in der aktuellsten Version der zugeordneten Codeliste.
1124 FehlerMethodisch Der zugeordnete Dokumentsteckbrief stammt nicht aus dem zentralen Datenfeldkatalog KATE.
1125 Warnung Auf den Dokumentsteckbrief kann nicht im Sammelrepsoitory zugegriffen werden.
1126 Warnung Zu dem Element existiert im Sammelrepsoitory eine aktuellere Version.
1127 Hinweis Alle Unterelemente (Datenfelder und Datenfeldgruppen) eines veröffentlichen Datenschemas müssen auch veröffentlicht sein.
1128 Hinweis Alle Unterelemente (Datenfelder und Datenfeldgruppen) einer veröffentlichen Datenfeldgruppe müssen auch veröffentlicht sein.
1129 Hinweis Alle Unterelemente (Datenfelder und Datenfeldgruppen) eines veröffentlichen Datenschemas müssen mindestens den Status 'Entwurf' haben.
1130 Hinweis Alle Unterelemente (Datenfelder und Datenfeldgruppen) einer veröffentlichen Datenfeldgruppe müssen mindestens den Status 'Entwurf' haben.
1131 FehlerKritisch Der Text des Attributs entspricht nicht dem Datentyp StringLatin.
1132 Warnung Handlungsgrundlagen sollten möglichst immer einzeln angegeben werden.
1133 Warnung Die URL der Handlungsgrundlage ist nicht korrekt.
1134 Hinweis In einer Arbeitskopie sollten i. d. R. keine Versionen von Baukastenelementen des eigenen Nummernkreises mit der Strukturelementart 'rechtsnormgebunden' verwendet werden.
1135 FehlerKritisch In einem versionierten Datenschema / einer versionierten Datenfeldgruppe darf kein unversioniertes Baukastenelement enthalten sein.
1136 Hinweis Der Text des Attributs überschreitet die empfohlene Feldlänge.
1137 Hinweis Die URI überschreitet die empfohlene Feldlänge.
1138 Hinweis Der Link überschreitet die empfohlene Feldlänge.
1139 Hinweis Die Multiplizität von Datenfeldern des Typs 'Anlage (Datei)' sollte i. d. R. immer mehrfach, also 'n:*' sein.
1140 FehlerMethodisch Nur Baukastenelemente des Nummernkreises 60 dürfen als Fachlichen Ersteller 'FIM-Baustein Datenfelder' oder 'FIM Baustein Datenfelder' enthalten.
1141 FehlerMethodisch Nur Datenschemata des Nummernkreises 60 dürfen als Fachlichen Ersteller 'FIM-Baustein Datenfelder' oder 'FIM Baustein Datenfelder' enthalten.
1142 FehlerKritisch Bei einem Baukastenelement im Status 'Entwurf', 'methodisch freigegeben', 'fachlich freigegeben (silber)', 'fachlich freigegeben (gold)' oder 'inaktiv' muss das Feld 'Status geändert am' befüllt sein.
1143 FehlerKritisch Bei einem Datenschema im Status 'Entwurf', 'methodisch freigegeben', 'fachlich freigegeben (silber)', 'fachlich freigegeben (gold)' oder 'inaktiv' muss das Feld 'Status geändert am' befüllt sein.
1144 FehlerKritisch Bei einem Dokumentsteckbrief im Status 'Entwurf', 'methodisch freigegeben', 'fachlich freigegeben (silber)', 'fachlich freigegeben (gold)' oder 'inaktiv' muss das Feld 'Status geändert am' befüllt sein.
`;

/** The worst first. */
export const schweren: readonly Schwere[] = ['FehlerKritisch', 'FehlerMethodisch', 'Warnung', 'Hinweis', 'Deaktiviert'];

function parse(line: string): Meldung {
  const [code = '', typ, ...words] = line.split(' ');
  const schwere = schweren.find((known) => known === typ);
  if (schwere === undefined) throw new TypeError(`unknown severity in „${line}“`);
  return { code, schwere, text: words.join(' ') };
}

/** The official quality checks by code. */
export const meldungen: ReadonlyMap<string, Meldung> = new Map(
  published
    .trim()
    .split('\n')
    .map(parse)
    .map((meldung) => [meldung.code, meldung]),
);

export const isError = (schwere: Schwere): boolean => schwere === 'FehlerKritisch' || schwere === 'FehlerMethodisch';
