import type { ErrorObject } from 'ajv/dist/2020.js';

const typeNames: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  integer: 'eine ganze Zahl',
  boolean: 'true oder false',
  object: 'eine Gruppe von Angaben (Schlüssel: Wert)',
  array: 'eine Liste (Zeilen mit „- “)',
  null: 'null',
};

interface Parent {
  readonly description?: string;
  readonly properties?: object;
  readonly type?: string | readonly string[];
}

const list = (values: readonly unknown[]): string => values.map(String).join(', ');

function wrongType(parent: Parent, data: unknown): string {
  const expected = [parent.type ?? []].flat().map((type) => typeNames[type] ?? type);
  const hint = parent.type === 'string' && typeof data !== 'object' ? ' Setzen Sie den Wert in Anführungszeichen.' : '';
  return `Hier steht ${data === null || data === undefined ? 'nichts' : 'etwas anderes'}, erwartet wird ${expected.join(' oder ')}.${hint}`;
}

/** What an author has to correct, for one finding of the shape check. */
export function shapeMessage(error: ErrorObject): string {
  const parent = (error.parentSchema ?? {}) as Parent;
  const params = error.params as Readonly<Record<string, unknown>>;
  const expectation = parent.description ? ` Erwartet: ${parent.description}.` : '';
  switch (error.keyword) {
    case 'additionalProperties':
      return `„${String(params['additionalProperty'])}“ ist hier nicht vorgesehen. Möglich: ${list(Object.keys(parent.properties ?? {}))}.`;
    case 'required':
      return `„${String(params['missingProperty'])}“ fehlt. Ergänzen Sie es.`;
    case 'type':
      return wrongType(parent, error.data);
    case 'enum':
      return `„${String(error.data)}“ ist nicht vorgesehen. Möglich: ${list(params['allowedValues'] as readonly unknown[])}.`;
    case 'const':
      return `„${String(error.data)}“ ist nicht vorgesehen. Möglich: ${String(params['allowedValue'])}.`;
    case 'pattern':
      return `„${String(error.data)}“ hat nicht die richtige Form.${expectation}`;
    case 'false schema':
      return 'Diese Angabe passt nicht zum gewählten Format. Entfernen Sie sie.';
    case 'minItems':
    case 'minProperties':
    case 'minLength':
      return `Hier fehlen Angaben (mindestens ${String(params['limit'])}).${expectation}`;
    case 'maxItems':
    case 'maxProperties':
      return `Hier stehen zu viele Angaben (höchstens ${String(params['limit'])}).${expectation}`;
    default:
      return `Der Wert ist nicht erlaubt (${error.message ?? error.keyword}).${expectation}`;
  }
}
