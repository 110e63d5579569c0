import { CmisException } from './exception.js';
import { objectJson, propertiesOf } from './object-json.js';
import type { Wish } from './object-json.js';
import type { ObjectStore, PropertyValue, StoredObject } from './object-store.js';
import { typeOf, types } from './types.js';

type Condition = (object: StoredObject, properties: Readonly<Record<string, PropertyValue>>) => boolean;

const statement = /^\s*SELECT\s+(?<columns>\*|[\w:.]+(?:\s*,\s*[\w:.]+)*)\s+FROM\s+(?<type>[\w:.]+)(?:\s+WHERE\s+(?<where>.+?))?\s*$/is;
const condition =
  /^\s*(?:IN_FOLDER\s*\(\s*(?<folder>'(?:[^'\\]|\\.)*')\s*\)|(?<property>[\w:.]+)\s*(?<operator>=|<>|LIKE)\s*(?<literal>'(?:[^'\\]|\\.)*'|-?\d+|true|false))\s*(?<and>AND\b)?/i;

/** A part of the query language (CMIS 1.1, section 2.1.14): one type, conditions with AND, `=`, `<>`, `LIKE` and `IN_FOLDER`. */
export function runQuery(store: ObjectStore, text: string, wish: Wish, maxItems: number, skipCount: number): object {
  const parsed = statement.exec(text)?.groups;
  if (!parsed) throw new CmisException('invalidArgument', 'Die Abfrage ist nicht lesbar oder nutzt, was die Attrappe nicht kann.');
  const columns = parsed['columns'] === '*' ? undefined : parsed['columns']?.split(/\s*,\s*/);
  const type = typeOf(parsed['type'] ?? '');
  const accepted = types.filter((one) => one.id === type.id || one.parentId === type.id).map((one) => one.id);
  const conditions = conditionsIn(
    parsed['where'] ?? '',
    type.properties.map((property) => property.id),
  );
  const found = store
    .all()
    .filter((object) => accepted.includes(object.typeId))
    .filter((object) => conditions.every((holds) => holds(object, propertiesOf(store, object))));
  const page = found.slice(skipCount, skipCount + maxItems);
  const results = page.map((object) => objectJson(store, object, { ...wish, filter: columns }));
  return { results, hasMoreItems: found.length > skipCount + page.length, numItems: found.length };
}

function conditionsIn(text: string, known: readonly string[]): Condition[] {
  const conditions: Condition[] = [];
  let rest = text;
  while (rest.trim() !== '') {
    const match = condition.exec(rest);
    const parts = match?.groups;
    if (!match || !parts) throw new CmisException('invalidArgument', 'Die Bedingung der Abfrage ist nicht lesbar.');
    rest = rest.slice(match[0].length);
    if (rest.trim() !== '' && !parts['and']) throw new CmisException('invalidArgument', 'Zwischen zwei Bedingungen fehlt AND.');
    const { folder, property, operator, literal = '' } = parts;
    if (folder) conditions.push((object) => object.parentId === unquoted(folder));
    else if (property && known.includes(property)) conditions.push(comparison(property, operator?.toUpperCase() ?? '', unquoted(literal)));
    else throw new CmisException('invalidArgument', `Die Eigenschaft „${property ?? ''}“ gibt es in diesem Objekttyp nicht.`);
  }
  return conditions;
}

function comparison(property: string, operator: string, wanted: string): Condition {
  if (operator === '=') return (_, properties) => String(properties[property]) === wanted;
  if (operator === '<>') return (_, properties) => String(properties[property]) !== wanted;
  const pattern = new RegExp(
    `^${wanted
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}$`,
    's',
  );
  return (_, properties) => pattern.test(String(properties[property] ?? ''));
}

function unquoted(literal: string): string {
  return literal.startsWith("'") ? literal.slice(1, -1).replace(/\\(.)/g, '$1') : literal;
}
