// Handlebars templates → one module of precompiled functions a package, so that nothing is compiled at run time and the
// pages need no `eval`. `packages/<name>/src/**/*.hbs` → `packages/<name>/src/templates.generated.ts`.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { precompiled } from './inline-conditions.mjs';

const knownHelpers = JSON.parse(readFileSync(new URL('../packages/form-engine/src/pages/helper-names.json', import.meta.url), 'utf8'));

function templatesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return templatesBelow(path);
    return entry.name.endsWith('.hbs') ? [path] : [];
  });
}

const partialCall = /^[ \t]*\{\{> ([\w-]+)\}\}[ \t]*\n|\{\{> ([\w-]+)\}\}/gm;

/**
 * The text of a template with the partials in it that get nothing of their own: a call at run time costs more than most of them do.
 * Those that contain themselves, or look at what is around them (`../`), stay calls.
 */
function withPartials(text, texts, within) {
  return text.replaceAll(partialCall, (call, alone, inline) => {
    const name = alone ?? inline;
    const partial = texts.get(name);
    if (partial === undefined || partial.includes('../') || within.includes(name)) return call;
    return withPartials(partial, texts, [...within, name]);
  });
}

for (const name of ['form-engine', 'portal-adapter', 'server']) {
  const source = new URL(`../packages/${name}/src`, import.meta.url).pathname;
  const files = templatesBelow(source).sort();
  const texts = new Map(files.map((file) => [basename(file, '.hbs'), readFileSync(file, 'utf8')]));
  const whole = Object.fromEntries(
    files.map((file) => {
      const own = basename(file, '.hbs');
      const text = withPartials(texts.get(own), texts, [own]);
      if (text.includes('{{{') || /\{\{&/.test(text)) throw new Error(`${file}: unescaped output is not allowed`);
      return [own, text];
    }),
  );
  const { head, functions } = precompiled(whole, {
    knownHelpers: Object.fromEntries(knownHelpers.map((helper) => [helper, true])),
    knownHelpersOnly: true,
    strict: true,
    preventIndent: true,
    srcName: undefined,
  });
  const entries = Object.entries(functions).map(([own, spec]) => `  ${JSON.stringify(own)}: ${spec},`);
  const out = join(source, 'templates.generated.ts');
  const text = `// Written by tools/precompile-templates.mjs.\n// @ts-nocheck\n/* eslint-disable */\nimport type { TemplateSpecification } from 'handlebars';\n\n${head}\n\nexport const templates: Record<string, TemplateSpecification> = {\n${entries.join('\n')}\n};\n`;
  if (!existsSync(out) || readFileSync(out, 'utf8') !== text) writeFileSync(out, text);
}
