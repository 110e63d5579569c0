import { parseStringPromise } from 'xml2js';

/** One statement of a schema, e.g. `F60000000227V1.1.0` `maxLength` `120`. Titles and descriptions are for people and left out. */
export type Statements = ReadonlyMap<string, string>;

/** Where two schemas say different things. */
export interface Difference {
  /** Element, or `root`. */
  readonly element: string;
  /** Keyword or facet, for children with the name of the child. */
  readonly about: string;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

export function differencesOf(ours: Statements, theirs: Statements): readonly Difference[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter((key) => ours.get(key) !== theirs.get(key))
    .map((key) => {
      const [element = '', about = ''] = key.split(' ');
      return { element, about, ours: ours.get(key), theirs: theirs.get(key) };
    });
}

interface Definition {
  readonly properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly { readonly const: string; readonly description: string }[];
  readonly [keyword: string]: unknown;
}

export type JsonSchemaDocument = Definition & { readonly $defs: Readonly<Record<string, Definition>> };

/** What a JSON Schema states. The order of properties is no statement: objects have none. */
export function jsonStatements(schema: JsonSchemaDocument): Statements {
  const statements = new Map<string, string>();
  for (const [element, definition] of [['root', schema] as const, ...Object.entries(schema.$defs)]) {
    const { properties = {}, required = [], oneOf, ...rest } = definition;
    statements.set(`${element} exists`, 'yes');
    for (const [name, property] of Object.entries(properties)) {
      const { type = 'one', minItems = '', maxItems = '', $ref, items } = property;
      const reference = $ref ?? (items as { readonly $ref?: string } | undefined)?.$ref;
      statements.set(`${element} child:${name}`, [type, minItems, maxItems, reference].join(' '));
    }
    for (const name of required) statements.set(`${element} required:${name}`, 'yes');
    if (oneOf !== undefined)
      statements.set(`${element} codes`, JSON.stringify(oneOf.map(({ const: code, description }) => [code, description])));
    for (const keyword of ['$id', 'type', 'format', 'pattern', 'additionalProperties', 'minLength', 'maxLength', 'minimum', 'maximum']) {
      if (rest[keyword] !== undefined) statements.set(`${element} ${keyword}`, String(rest[keyword]));
    }
  }
  return statements;
}

interface XsdNode {
  readonly $?: Readonly<Record<string, string>>;
  readonly [child: string]: unknown;
}

const nodes = (node: XsdNode | undefined, name: string): readonly XsdNode[] =>
  (node?.[`xs:${name}`] as readonly XsdNode[] | undefined) ?? [];
const documentation = (node: XsdNode): string => {
  const [text] = nodes(nodes(node, 'annotation')[0], 'documentation') as unknown as readonly (string | undefined)[];
  // FIM's converter puts the same word before every label.
  return (text ?? '').trim().replace(/^Auswahlwert: /, '');
};

/** What an XML Schema states. Here the order of children counts. */
export async function xsdStatements(xsd: string): Promise<Statements> {
  const statements = new Map<string, string>();
  const { 'xs:schema': schema } = (await parseStringPromise(xsd)) as { 'xs:schema': XsdNode };
  statements.set('root targetNamespace', schema.$?.targetNamespace ?? '');
  statements.set('root elementFormDefault', schema.$?.elementFormDefault ?? '');
  for (const element of nodes(schema, 'element')) {
    const name = element.$?.name ?? '';
    statements.set(`${name} exists`, 'yes');
    const sequence = nodes(nodes(element, 'complexType')[0], 'sequence')[0];
    const children = nodes(sequence, 'element').map(({ $ = {} }) => $);
    if (sequence !== undefined) statements.set(`${name} order`, children.map(({ ref }) => ref).join(' '));
    for (const { ref = '', minOccurs = '1', maxOccurs = '1' } of children) {
      statements.set(`${name} min:${ref}`, minOccurs);
      statements.set(`${name} max:${ref}`, maxOccurs);
    }
    const restriction = nodes(nodes(element, 'simpleType')[0], 'restriction')[0];
    const type = element.$?.type ?? restriction?.$?.base;
    if (type !== undefined) statements.set(`${name} type`, type);
    const codes = nodes(restriction, 'enumeration').map((code) => [code.$?.value, documentation(code)]);
    if (codes.length > 0) statements.set(`${name} codes`, JSON.stringify(codes));
    for (const facet of ['minLength', 'maxLength', 'minInclusive', 'maxInclusive', 'pattern']) {
      const value = nodes(restriction, facet)[0]?.$?.value;
      if (value !== undefined) statements.set(`${name} ${facet}`, value);
    }
  }
  return statements;
}
