import type { ErrorObject } from 'ajv/dist/2020.js';

interface Words {
  readonly de: string;
  readonly en: string;
}

const typeNames: Readonly<Record<string, Words>> = {
  string: { de: 'ein Text', en: 'a text' },
  number: { de: 'eine Zahl', en: 'a number' },
  integer: { de: 'eine ganze Zahl', en: 'a whole number' },
  boolean: { de: 'true oder false', en: 'true or false' },
  object: { de: 'eine Gruppe von Angaben (Schlüssel: Wert)', en: 'a group of entries (key: value)' },
  array: { de: 'eine Liste (Zeilen mit „- “)', en: 'a list (lines with “- ”)' },
  null: { de: 'null', en: 'null' },
};

interface Parent {
  readonly description?: string;
  readonly properties?: object;
  readonly type?: string | readonly string[];
}

const list = (values: readonly unknown[]): string => values.map(String).join(', ');

function wrongType(parent: Parent, data: unknown): Words {
  const expected = [parent.type ?? []].flat().map((type) => typeNames[type] ?? { de: type, en: type });
  const quote = parent.type === 'string' && typeof data !== 'object';
  const nothing = data === null || data === undefined;
  const [de, en] = [expected.map((name) => name.de).join(' oder '), expected.map((name) => name.en).join(' or ')];
  return {
    de: `Hier steht ${nothing ? 'nichts' : 'etwas anderes'}, erwartet wird ${de}.${quote ? ' Setzen Sie den Wert in Anführungszeichen.' : ''}`,
    en: `Here is ${nothing ? 'nothing' : 'something else'}, expected is ${en}.${quote ? ' Put the value in quotation marks.' : ''}`,
  };
}

/** What an author has to correct, for one finding of the shape check. */
export function shapeMessage(error: ErrorObject): { readonly message: string; readonly english: string } {
  const { de, en } = wordsOf(error);
  return { message: de, english: en };
}

function wordsOf(error: ErrorObject): Words {
  const parent = (error.parentSchema ?? {}) as Parent;
  const params = error.params as Readonly<Record<string, unknown>>;
  // The schemas describe themselves in German only.
  const expected = parent.description
    ? { de: ` Erwartet: ${parent.description}.`, en: ` Expected, in German: “${parent.description}”.` }
    : { de: '', en: '' };
  const given = String(error.data);
  const noPlace = (what: string, possible: string): Words => ({
    de: `„${what}“ ist nicht vorgesehen. Möglich: ${possible}.`,
    en: `“${what}” is not possible. One of: ${possible}.`,
  });
  switch (error.keyword) {
    case 'additionalProperties': {
      const [name, possible] = [String(params['additionalProperty']), list(Object.keys(parent.properties ?? {}))];
      return {
        de: `„${name}“ ist hier nicht vorgesehen. Möglich: ${possible}.`,
        en: `“${name}” is not possible here. One of: ${possible}.`,
      };
    }
    case 'required': {
      const name = String(params['missingProperty']);
      return { de: `„${name}“ fehlt. Ergänzen Sie es.`, en: `“${name}” is missing. Add it.` };
    }
    case 'type':
      return wrongType(parent, error.data);
    case 'enum':
      return noPlace(given, list(params['allowedValues'] as readonly unknown[]));
    case 'const':
      return noPlace(given, String(params['allowedValue']));
    case 'pattern':
      return { de: `„${given}“ hat nicht die richtige Form.${expected.de}`, en: `“${given}” does not have the right form.${expected.en}` };
    case 'false schema':
      return {
        de: 'Diese Angabe passt nicht zu den anderen hier, zum Beispiel zu format oder kind. Entfernen Sie sie.',
        en: 'This entry does not fit the others here, for example format or kind. Remove it.',
      };
    case 'minItems':
    case 'minProperties':
    case 'minLength': {
      const limit = String(params['limit']);
      return {
        de: `Hier fehlen Angaben (mindestens ${limit}).${expected.de}`,
        en: `Here something is missing (at least ${limit}).${expected.en}`,
      };
    }
    case 'maxItems':
    case 'maxProperties': {
      const limit = String(params['limit']);
      return {
        de: `Hier stehen zu viele Angaben (höchstens ${limit}).${expected.de}`,
        en: `Here are too many entries (at most ${limit}).${expected.en}`,
      };
    }
    default: {
      const why = error.message ?? error.keyword;
      return { de: `Der Wert ist nicht erlaubt (${why}).${expected.de}`, en: `The value is not allowed (${why}).${expected.en}` };
    }
  }
}
