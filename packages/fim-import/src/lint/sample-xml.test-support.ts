/** Complete XML of children by name; `''` leaves one out. */
export type Parts = Readonly<Record<string, string>>;

export const text = (name: string, value: string): string => `<x:${name}>${value}</x:${name}>`;
export const coded = (name: string, code: string): string => `<x:${name}><code>${code}</code></x:${name}>`;
const identified = (name: string, id: string, version: string): string =>
  `<x:${name}>${text('id', id)}${version === '' ? '' : text('version', version)}</x:${name}>`;

export const own = (id: string, version = '1.0.0'): string => identified('identifikation', id, version);
export const steckbrief = (id: string): string => identified('dokumentsteckbrief', id, '');
export const relation = (praedikat: string, objekt: string): string =>
  `<x:relation>${coded('praedikat', praedikat)}<x:objekt>${text('id', objekt)}</x:objekt></x:relation>`;

const join = (...parts: readonly Parts[]): string => Object.values(Object.assign({}, ...parts) as Parts).join('\n');

const released: Parts = {
  bezug: '<x:bezug link="https://www.gesetze-im-internet.de/bgb/__1.html">§ 1 BGB</x:bezug>',
  freigabestatus: coded('freigabestatus', '6'),
  statusGesetztAm: text('statusGesetztAm', '2026-01-01'),
  statusGesetztDurch: text('statusGesetztDurch', 'Land NRW'),
};

const labelled: Parts = {
  ...released,
  bezeichnungEingabe: text('bezeichnungEingabe', 'Eingabe'),
  bezeichnungAusgabe: text('bezeichnungAusgabe', 'Ausgabe'),
  schemaelementart: coded('schemaelementart', 'RNG'),
};

export const field = (parts: Parts = {}): string =>
  text(
    'datenfeld',
    join(
      { identifikation: own('F05000000001'), name: text('name', 'Feld') },
      labelled,
      {
        feldart: coded('feldart', 'input'),
        datentyp: coded('datentyp', 'text'),
        praezisierung: '<x:praezisierung minLength="1" maxLength="9"/>',
        vorbefuellung: coded('vorbefuellung', 'keine'),
      },
      parts,
    ),
  );

export const otherField = (parts: Parts = {}): string => field({ identifikation: own('F05000000002'), ...parts });

export const at = (element: string, anzahl = '1:1', bezug = ''): string =>
  text('struktur', `${anzahl === '' ? '' : text('anzahl', anzahl)}${bezug}${text('enthaelt', element)}`);

export const group = (parts: Parts = {}, struktur: readonly string[] = [at(field()), at(otherField())]): string =>
  text(
    'datenfeldgruppe',
    `${join({ identifikation: own('G05000000001'), name: text('name', 'Gruppe') }, labelled, parts)}${struktur.join('\n')}`,
  );

export const rule = (freitext: string, parts: Parts = {}): string =>
  text(
    'regel',
    join({ identifikation: own('R05000000001'), name: text('name', 'Regel'), freitextRegel: text('freitextRegel', freitext) }, parts),
  );

const namespace3 = 'urn:xoev-de:fim:standard:xdatenfelder_3.0.0';
const message = (name: string, content: string, namespace = namespace3): string =>
  `<x:xdatenfelder.${name} xmlns:x="${namespace}">\n${content}\n</x:xdatenfelder.${name}>`;

/** A schema in which every check passes. */
export const schema = (parts: Parts = {}, struktur: readonly string[] = [at(group())]): string =>
  message(
    'stammdatenschema.0102',
    text(
      'stammdatenschema',
      join(
        { identifikation: own('S05000000001'), name: text('name', 'Schema') },
        released,
        {
          bezeichnung: text('bezeichnung', 'Ein Schema'),
          ableitungsmodifikationenStruktur: coded('ableitungsmodifikationenStruktur', '3'),
          ableitungsmodifikationenRepraesentation: coded('ableitungsmodifikationenRepraesentation', '1'),
          dokumentsteckbrief: steckbrief('D99000000002'),
        },
        parts,
      ) + struktur.join('\n'),
    ),
  );

/** A schema with this field beside another. */
export const withField = (parts: Parts): string => schema({}, [at(group({}, [at(field(parts)), at(otherField())]))]);

export const dokument = (parts: Parts = {}): string =>
  message(
    'dokumentsteckbrief.0101',
    text(
      'dokumentsteckbrief',
      join(
        { identifikation: own('D99000000002'), name: text('name', 'Antrag'), definition: text('definition', 'Ein Antrag.') },
        released,
        {
          istAbstrakt: text('istAbstrakt', 'false'),
          dokumentart: coded('dokumentart', '001'),
          bezeichnung: text('bezeichnung', 'Antrag'),
          hilfetext: text('hilfetext', 'Damit beantragen Sie etwas.'),
        },
        parts,
      ),
    ),
  );

const version2: Parts = {
  freigabestatus: coded('status', 'aktiv'),
  statusGesetztAm: '',
  vorbefuellung: '',
  bezug: text('bezug', '§ 1 BGB'),
};

export const field2 = (id: string, parts: Parts = {}): string =>
  field({
    ...version2,
    identifikation: own(id, '1.0'),
    praezisierung: text('praezisierung', '{"minLength":"1","maxLength":"9"}'),
    ...parts,
  });

/** The same in version 2.0. */
export const schema2 = (struktur: readonly string[], parts: Parts = {}): string =>
  message(
    'stammdatenschema.0102',
    text(
      'stammdatenschema',
      join(
        {
          identifikation: own('S05000001', '1.0'),
          name: text('name', 'Schema'),
          bezeichnungEingabe: text('bezeichnungEingabe', 'Ein Schema'),
        },
        released,
        version2,
        {
          ableitungsmodifikationenStruktur: coded('ableitungsmodifikationenStruktur', '3'),
          ableitungsmodifikationenRepraesentation: coded('ableitungsmodifikationenRepraesentation', '1'),
        },
        parts,
      ) + struktur.join('\n'),
    ),
    'urn:xoev-de:fim:standard:xdatenfelder_2',
  );

export const dokument2 = (parts: Parts = {}): string =>
  message(
    'dokumentsteckbrief.0101',
    text(
      'dokumentensteckbrief',
      join(
        { identifikation: own('D05000001', '1.0'), name: text('name', 'Antrag'), definition: text('definition', 'Ein Antrag.') },
        released,
        version2,
        { isReferenz: text('isReferenz', 'false'), dokumentart: text('dokumentart', 'Antrag'), hilfetext: text('hilfetext', 'Hilfe') },
        parts,
      ),
    ),
    'urn:xoev-de:fim:standard:xdatenfelder_2',
  );
