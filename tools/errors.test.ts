import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repository } from '@serviceportal/test-support';

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.ts$/.test(entry.name) && !/\.(test|test-support|generated)\.ts$/.test(entry.name) ? [path] : [];
  });
}

const literals = (text: string): string[] => [...text.matchAll(/'([a-z0-9]+(?:-[a-z0-9]+)+)'/g)].map(([, code]) => code ?? '');

/** Codes as the sources name them: in the types of codes, in classes with one code, and where an error is made. */
function codesIn(text: string): string[] {
  return [
    ...[...text.matchAll(/type \w*ErrorCode =([^;]+);/g)].flatMap(([, union]) => literals(union ?? '')),
    ...[...text.matchAll(/class \w+Error extends[^}]*?readonly code = ('[a-z0-9-]+')/g)].flatMap(([, code]) => literals(code ?? '')),
    ...[...text.matchAll(/new \w+Error\(\s*('[a-z0-9-]+')/g)].flatMap(([, code]) => literals(code ?? '')),
  ];
}

describe('docs/errors.md', () => {
  const rows = readFileSync(join(repository, 'docs', 'errors.md'), 'utf8');
  const sections = rows.split(/^## /m).slice(1);
  const documented = new Map(
    sections.map((section) => [
      /^[\w-]+/.exec(section)?.[0] ?? '',
      [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, code]) => code ?? ''),
    ]),
  );

  it.each(['form-engine', 'fim-import', 'portal-adapter', 'server'])('lists exactly the codes of %s, sorted', (name) => {
    const texts = sources(join(repository, 'packages', name, 'src')).map((path) => readFileSync(path, 'utf8'));
    const listed = documented.get(name) ?? [];
    const used = new Set(texts.flatMap(literals));
    expect({ undocumented: [...new Set(texts.flatMap(codesIn))].filter((code) => !listed.includes(code)) }).toEqual({ undocumented: [] });
    expect({ unused: listed.filter((code) => !used.has(code)) }).toEqual({ unused: [] });
    expect(listed).toEqual([...listed].sort());
  });
});
