import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { repository } from '@serviceportal/test-support';

type Text = string | ((...parts: never[]) => string);
type Catalogue = Readonly<Record<string, Text>>;

const languages = ['de', 'en', 'de-simple'] as const;

/** Every folder with the interface's texts in German: `de.ts`. What has one language needs all. */
const folders = readdirSync(join(repository, 'packages'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[^/]+\/src\/.*(^|\/)de\.ts$/.test(path))
  .map((path) => join(repository, 'packages', dirname(path)))
  .sort();

const isText = (value: unknown): value is Text => typeof value === 'string' || typeof value === 'function';
const isCatalogue = (value: unknown): value is Catalogue =>
  typeof value === 'object' && value !== null && Object.values(value).every(isText) && Object.keys(value).length > 0;

/** The one catalogue that a file exports. */
async function catalogueOf(folder: string, language: string): Promise<Catalogue> {
  const module = (await import(join(folder, `${language}.ts`))) as Record<string, unknown>;
  const found = Object.values(module).filter(isCatalogue);
  expect(found).toHaveLength(1);
  return found[0] ?? {};
}

/** What is filled in: `{count}`; of a function, the parts that it uses. */
function placeholders(text: Text): readonly string[] {
  const said =
    typeof text === 'string' ? text : text({ label: '{label}', bound: '{bound}', example: '{example}', file: '{file}' } as never);
  return [...new Set(said.match(/\{\w+\}/g) ?? [])].sort();
}

/** Where a language may leave out a part, because the sentence is clear without it. */
const free = new Set(['{example}']);
const bound = (text: Text): readonly string[] => placeholders(text).filter((part) => !free.has(part));

test('the texts of the interface are found', () => {
  expect(folders.length).toBeGreaterThan(5);
});

describe.each(folders.map((folder) => [relative(repository, folder), folder]))('%s', (_, folder) => {
  test('has all three languages', () => {
    expect(languages.filter((language) => !existsSync(join(folder, `${language}.ts`)))).toEqual([]);
  });

  test.each(languages.filter((language) => language !== 'de'))('%s says everything, and fills in the same', async (language) => {
    const german = await catalogueOf(folder, 'de');
    const other = await catalogueOf(folder, language);
    expect(Object.keys(other).sort()).toEqual(Object.keys(german).sort());
    const wrong = Object.entries(other).filter(([key, text]) => {
      const model = german[key];
      return text === '' || model === undefined || bound(text).join() !== bound(model).join();
    });
    expect(wrong.map(([key, text]) => `${key}: ${String(text)}`)).toEqual([]);
  });

  test('English is not German', async () => {
    const [german, english] = [await catalogueOf(folder, 'de'), await catalogueOf(folder, 'en')];
    const same = Object.keys(german).filter((key) => {
      const text = german[key];
      return typeof text === 'string' && text === english[key] && /\b(der|die|das|und|ist|Sie|nicht|wird|mit|den|für)\b/.test(text);
    });
    expect(same).toEqual([]);
  });
});
