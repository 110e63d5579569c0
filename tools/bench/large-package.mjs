// A package with one page of a thousand questions, and a list whose entries have four, made from the example of three pages.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../workspace.mjs';

const example = join(root, 'examples/drei-seiten/package/fim');

/** @returns the folder of the package; key: `gross`, pages: `fragen` with `questions` fields, `orte` with up to 200 entries */
export function largePackage(questions) {
  const folder = mkdtempSync(join(tmpdir(), 'serviceportal-bench-'));
  const [file] = readdirSync(example);
  const schema = readFileSync(join(example, file), 'utf8');
  const field = structureOf(schema, 'F05999000902');
  const copies = Array.from({ length: questions }, (_, at) =>
    field.replaceAll('F05999000902', `F05999${String(at + 1).padStart(6, '0')}`).replaceAll('Vorname', `Vorname ${at + 1}`),
  );
  const list = structureOf(schema, 'G05999000902');
  const groups = [structureOf(schema, 'G05999000901'), list, structureOf(schema, 'G05999000903')];
  const large = groups[0].replace(/(<\/xdf3:schemaelementart>)[\s\S]*(<\/xdf3:datenfeldgruppe>)/, (_all, end, close) =>
    [end, ...copies, close].join('\n'),
  );
  const several = list.replace('<xdf3:anzahl>1:1</xdf3:anzahl>', '<xdf3:anzahl>1:200</xdf3:anzahl>');
  mkdirSync(join(folder, 'fim'));
  writeFileSync(join(folder, 'fim', file), schema.replace(groups[0], large).replace(list, several).replace(groups[2], ''));
  writeFileSync(join(folder, 'service.yaml'), 'key: gross\nversion: 1.0.0\ntitle: Ein großes Formular\n');
  writeFileSync(
    join(folder, 'form.yaml'),
    'pages:\n  - { slug: fragen, title: Viele Fragen, elements: [G05999000901] }\n  - { slug: orte, title: Orte, elements: [G05999000902] }\n',
  );
  return folder;
}

/** The `struktur` of the element with this id: from its opening tag to the closing one that belongs to it. */
function structureOf(schema, id) {
  const at = schema.indexOf(`<xdf3:id>${id}</xdf3:id>`);
  const start = schema.lastIndexOf('<xdf3:struktur>', at);
  const tags = /<(\/?)xdf3:struktur>/g;
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(schema); tag; tag = tags.exec(schema)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return schema.slice(start, tags.lastIndex);
  }
  throw new Error(`${id} has no structure`);
}
