import { FimPortalError } from './portal-error.js';
import { compareVersions, isSchemaId, isVersion } from './fim-identifier.js';

/** A version of a schema, as the portal lists it. */
export interface SchemaEntry {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Code of urn:xoev-de:xprozess:codeliste:status; undefined: none given. */
  readonly freigabestatus: number | undefined;
  /** The status in words. */
  readonly status: string;
  /** ISO date of publication, else of the status, else of the last change; empty: none given. */
  readonly date: string;
  /** `2.0` or `3.0.0`. */
  readonly xdatenfelder: string;
}

/** A page of a list, and how many entries the whole list has. */
export interface SchemaPage {
  readonly entries: readonly SchemaEntry[];
  /** Of this page, with those that could not be read. */
  readonly count: number;
  readonly total: number;
}

/** Fachlich freigegeben, silver or gold. */
const isReleased = ({ freigabestatus }: SchemaEntry): boolean => freigabestatus === 5 || freigabestatus === 6;

/** The newest released version. */
export const newestReleased = (entries: readonly SchemaEntry[]): SchemaEntry | undefined =>
  entries
    .filter(isReleased)
    .toSorted((a, b) => compareVersions(a.version, b.version))
    .at(-1);

/**
 * Reads what `/api/v1/schemas` answers: a page with `items` and `total_count`, or a bare list (the versions of one schema).
 * Entries without a usable id and version are left out.
 * @throws FimPortalError `fim-portal-answer` for anything else
 */
export function readSchemaPage(json: unknown, address: string): SchemaPage {
  const fields = fieldsOf(json);
  const items = Array.isArray(json) ? (json as readonly unknown[]) : fields.get('items');
  if (!Array.isArray(items)) {
    throw new FimPortalError('fim-portal-answer', address, {
      de: 'Das ist keine Liste von Schemas. Vielleicht hat sich die Schnittstelle des Portals geändert.',
      en: 'This is no list of schemas. The interface of the portal may have changed.',
    });
  }
  const total = fields.get('total_count') ?? fields.get('total');
  return {
    entries: items.flatMap((item) => entryOf(fieldsOf(item)) ?? []),
    count: items.length,
    total: typeof total === 'number' && Number.isInteger(total) ? total : items.length,
  };
}

type Fields = ReadonlyMap<string, unknown>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : new Map();

function entryOf(fields: Fields): SchemaEntry | undefined {
  const [id, version] = [textOf(fields, 'fim_id'), textOf(fields, 'fim_version')];
  if (!isSchemaId(id) || !isVersion(version)) return undefined;
  const status = fields.get('freigabe_status');
  const date = textOf(fields, 'veroeffentlichungsdatum', 'status_gesetzt_am', 'letzte_aenderung', 'last_update').slice(0, 10);
  return {
    id,
    version,
    title: textOf(fields, 'bezeichnung', 'name'),
    freigabestatus: typeof status === 'number' ? status : undefined,
    status: textOf(fields, 'freigabe_status_label') || (typeof status === 'number' ? String(status) : ''),
    date: /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : '',
    xdatenfelder: textOf(fields, 'xdf_version'),
  };
}

/** The first of these that holds a text, on one line and without control characters: it goes to a terminal. */
function textOf(fields: Fields, ...names: readonly string[]): string {
  const texts = names.map((name) => fields.get(name)).filter((value) => typeof value === 'string');
  return texts.map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim()).find((text) => text !== '') ?? '';
}
