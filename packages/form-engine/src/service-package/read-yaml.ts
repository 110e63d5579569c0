import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { PackageError } from './package-error.js';

export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** Line and column of a place, given as JSON pointer; of the nearest place around it, if it is absent. */
  place(pointer: string): { readonly line: number; readonly column: number };
}

/** Anchors may be used, but an alias that multiplies itself is an attack (“billion laughs”). */
const maxAliasCount = 50;

const decode = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

/** Parses a YAML 1.2 file. Keys are always texts: `001:` stays `001`. @throws PackageError `package-yaml` */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0]);
    const message = `Kein gültiges YAML: ${broken.message}. Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen dieser Zeile.`;
    const english = `No valid YAML: ${broken.message}. Check indentation, colons and quotation marks of this line.`;
    throw new PackageError({ code: 'package-yaml', message, english, file, line, column: col });
  }
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && typeof pair.key.value !== 'string') pair.key.value = pair.key.source ?? String(pair.key.value);
    },
  });
  return {
    file,
    value: toValue(file, document),
    place(pointer) {
      const steps = pointer.split('/').slice(1).map(decode);
      for (; ; steps.pop()) {
        const offset = offsetOf(document, steps);
        if (offset !== undefined || steps.length === 0) {
          const { line, col } = lines.linePos(offset ?? 0);
          return { line, column: col };
        }
      }
    },
  };
}

function toValue(file: string, document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount }) as unknown;
  } catch {
    const message = `Mehr als ${maxAliasCount} Verweise (*name). Schreiben Sie die Werte aus.`;
    const english = `More than ${maxAliasCount} aliases (*name). Write the values out.`;
    throw new PackageError({ code: 'package-yaml', message, english, file });
  }
}

/** Where a member stands: at its key in a map, at itself in a list. */
function offsetOf(document: Document.Parsed, steps: readonly string[]): number | undefined {
  const last = steps.at(-1);
  const around: unknown = document.getIn(steps.slice(0, -1), true);
  if (last !== undefined && isMap(around)) {
    const pair = around.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last);
    return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  const node: unknown = document.getIn(steps, true);
  return isNode(node) ? node.range?.[0] : undefined;
}
