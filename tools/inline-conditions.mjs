// How Handlebars writes a template as JavaScript, with two changes that halve the time of a long page (ADR 0093): `#if` and
// `#unless` become `? :` instead of a call with two closures, and the place of a look-up in its template, which an error names, is
// made once instead of each time. The pages are the same.
import Handlebars from 'handlebars';

const program = /^container\.program\((\d+), data, 0((?:, blockParams)?(?:, depths)?)\)$/;

class InlineConditions extends Handlebars.JavaScriptCompiler {
  /** Of the programs inside a template too. */
  compiler = InlineConditions;

  invokeKnownHelper(parameters, name) {
    if (name !== 'if' && name !== 'unless') return super.invokeKnownHelper(parameters, name);
    const hash = this.popStack();
    const otherwise = this.popStack();
    const then = this.popStack();
    const condition = this.popStack();
    if (parameters !== 1 || hash !== '{}') throw new Error(`#${name} takes one value and no options here`);
    if (!then && !otherwise) throw new Error(`${name} stands before what it decides about: {{#${name} …}}`);
    const [met, unmet] = name === 'if' ? [then, otherwise] : [otherwise, then];
    this.push(['(met(', condition, ') ? ', written(met), ' : ', written(unmet), ')']);
  }
}

/** What a program writes: called where it stands, with what is around it. */
function written(expression) {
  if (!expression) return '""';
  const [, index, around] = program.exec(expression) ?? [];
  if (index === undefined) throw new Error(`Not a program that can be called where it stands: ${expression}`);
  return `container.fn(${index})(container, depth0, helpers, partials, data${around})`;
}

const handlebars = Handlebars.create();
handlebars.JavaScriptCompiler = InlineConditions;

/** What a program brings along that is called where it stands would be lost without a word. */
const refused = [
  ['"useBlockParams"', '"as |name|"'],
  ['"useDecorators"', '{{#*inline}}'],
];

const place = /\{"start":\{"line":\d+,"column":\d+\},"end":\{"line":\d+,"column":\d+\}\}/g;

/** Precompiles the templates of one module. @returns what stands before the templates in it, and their functions by name */
export function precompiled(texts, options) {
  const places = new Map();
  const placeOf = (literal) => {
    if (!places.has(literal)) places.set(literal, places.size);
    return `at[${places.get(literal)}]`;
  };
  const functions = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const written = handlebars.precompile(text, options);
      for (const [mark, what] of refused) if (written.includes(mark)) throw new Error(`${name}: ${what} is not supported here`);
      return [name, written.replace(place, placeOf)];
    }),
  );
  const head = [
    '// What `#if` takes for true, as in Handlebars: an empty list is not.',
    'const met = (value) => Boolean(value) && !(Array.isArray(value) && value.length === 0);',
    `const at = [\n${[...places.keys()].map((literal) => `  ${literal},`).join('\n')}\n];`,
  ].join('\n');
  return { head, functions };
}
