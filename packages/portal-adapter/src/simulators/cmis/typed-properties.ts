import { CmisException } from './exception.js';
import type { PropertyValue } from './object-store.js';
import type { PropertyDefinition, TypeDefinition } from './types.js';

/** Posted texts as values of their types. @throws CmisException where they do not fit the object type */
export function typedProperties(
  posted: ReadonlyMap<string, readonly string[]>,
  type: TypeDefinition,
  moment: 'create' | 'update',
): Record<string, PropertyValue> {
  const typed: Record<string, PropertyValue> = {};
  for (const [id, values] of posted) {
    if (id === 'cmis:objectTypeId' && moment === 'create') continue;
    const definition = type.properties.find((one) => one.id === id);
    if (!definition) throw new CmisException('constraint', `Der Objekttyp „${type.id}“ hat keine Eigenschaft „${id}“.`);
    if (definition.updatability === 'readonly' || (definition.updatability === 'oncreate' && moment === 'update'))
      throw new CmisException('constraint', `Die Eigenschaft „${id}“ kann nicht gesetzt werden.`);
    if (values.length > 1) throw new CmisException('constraint', `Die Eigenschaft „${id}“ hat einen Wert.`);
    if (values[0] !== undefined) typed[id] = typedValue(values[0], definition);
  }
  const name = typed['cmis:name'];
  if (moment === 'create' && !name) throw new CmisException('constraint', 'Die Eigenschaft „cmis:name“ fehlt.');
  if (typeof name === 'string' && /[/\\\p{Cc}]|^\.{0,2}$/u.test(name))
    throw new CmisException('nameConstraintViolation', 'Der Name ist unzulässig.');
  return typed;
}

function typedValue(text: string, { id, propertyType }: PropertyDefinition): PropertyValue {
  const number = Number(text);
  switch (propertyType) {
    case 'boolean':
      if (text === 'true' || text === 'false') return text === 'true';
      break;
    case 'integer':
      if (/^-?\d+$/.test(text)) return number;
      break;
    case 'datetime':
      if (/^-?\d+$/.test(text)) return number;
      break;
    default:
      return text;
  }
  throw new CmisException('invalidArgument', `Der Wert der Eigenschaft „${id}“ ist nicht vom Typ ${propertyType}.`);
}
