import { XMLBuilder } from 'fast-xml-parser';
import type { Code, FieldNode, FormDefinition } from '@serviceportal/form-engine';
import { type PayloadChild, type PayloadElement, payloadOf } from './payload-elements.js';
import { defaultLimits } from '../../xml/xml-limits.js';
import { dateTimePattern, timePattern } from './times.js';
import { xsdPattern } from './xsd-pattern.js';

/** Namespace of FIM's own XFall converter for XDatenfelder 3. */
const target = 'urn:fim-de:xfall:datenschema:xdf3';

/** A node as fast-xml-parser takes it with `preserveOrder`. */
type XmlNode = { readonly '#text': string } | { readonly [tag: string]: readonly XmlNode[] | { readonly [attribute: string]: string } };

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  format: true,
  indentBy: '  ',
  suppressEmptyNode: true,
  maxNestedTags: 2 * defaultLimits.depth,
});

function xs(name: string, attributes: { readonly [name: string]: string }, children: readonly XmlNode[] = []): XmlNode {
  const prefixed = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`@_${key}`, value]));
  return { [`xs:${name}`]: children, ':@': prefixed };
}

/**
 * The XML Schema of what an application of this form hands over (FIM XFall): a global element for each id and version. What a
 * rule can take away has `minOccurs="0"` (docs/adr/0010).
 */
export function toXsd(form: FormDefinition): string {
  const payload = payloadOf(form);
  const schema = xs(
    'schema',
    { 'xmlns:xs': 'http://www.w3.org/2001/XMLSchema', xmlns: target, targetNamespace: target, elementFormDefault: 'qualified' },
    [
      xs('element', { name: payload.name }, [documentation(payload.title), sequence(payload.children)]),
      ...payload.elements.map((element) => globalElement(element, form)),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(builder.build([schema])).trim()}\n`;
}

function globalElement({ name, node, children }: PayloadElement, form: FormDefinition): XmlNode {
  if (node.kind === 'group') return xs('element', { name }, [documentation(node.label), sequence(children)]);
  const codes = node.codeList === undefined ? undefined : form.codeLists[node.codeList]?.codes;
  const [base, facets] = codes === undefined ? fieldType(node) : ['xs:token', codes.map(enumeration)];
  if (facets.length === 0) return xs('element', { name, type: base }, [documentation(node.label)]);
  return xs('element', { name }, [documentation(node.label), xs('simpleType', {}, [xs('restriction', { base }, facets)])]);
}

const documentation = (text: string): XmlNode => xs('annotation', {}, [xs('documentation', {}, [{ '#text': text }])]);

function sequence(children: readonly PayloadChild[]): XmlNode {
  const references = children.map(({ name, optional, min, max }) =>
    xs('element', { ref: name, minOccurs: optional ? '0' : String(min), maxOccurs: max === null ? 'unbounded' : String(max) }),
  );
  return xs('complexType', {}, [xs('sequence', {}, references)]);
}

const enumeration = ({ code, label }: Code): XmlNode => xs('enumeration', { value: code }, [documentation(label)]);

const facet = (name: string, value: string | number | undefined): XmlNode[] =>
  value === undefined ? [] : [xs(name, { value: String(value) })];

function fieldType({ type, constraints }: FieldNode): readonly [base: string, facets: readonly XmlNode[]] {
  const { minLength, maxLength, minimum, maximum, pattern, earliest, latest } = constraints;
  const bounds = [...facet('minInclusive', minimum), ...facet('maxInclusive', maximum)];
  switch (type) {
    case 'text': {
      const translated = pattern === undefined ? undefined : xsdPattern(pattern);
      return ['xs:string', [...facet('minLength', minLength), ...facet('maxLength', maxLength), ...facet('pattern', translated)]];
    }
    case 'integer':
      return ['xs:integer', bounds];
    case 'number':
      return ['xs:decimal', bounds];
    case 'currency':
      return ['xs:decimal', [...bounds, ...facet('fractionDigits', 2)]];
    case 'boolean':
      return ['xs:boolean', []];
    case 'date':
      return ['xs:date', [...facet('minInclusive', earliest), ...facet('maxInclusive', latest)]];
    case 'time':
      return ['xs:string', facet('pattern', timePattern)];
    case 'datetime':
      return ['xs:string', facet('pattern', dateTimePattern)];
    case 'select':
    case 'file':
      return ['xs:string', []];
  }
}
