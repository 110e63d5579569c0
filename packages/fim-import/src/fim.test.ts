import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { repository } from '@serviceportal/test-support';
import type { Command } from 'commander';
import { fimProgram } from './fim.js';
import { type Language, languageOf, speak } from './language.js';

afterEach(() => speak('de'));

function programIn(language: Language): Command {
  speak(language);
  return fimProgram();
}

/** What a call prints, to whichever output, until it ends. */
async function called(language: Language, ...args: readonly string[]): Promise<string> {
  const program = programIn(language);
  const printed: string[] = [];
  const write = (text: string): void => void printed.push(text);
  for (const command of [program, ...program.commands]) {
    const { outputError } = command.configureOutput();
    command.exitOverride().configureOutput({ writeOut: write, writeErr: write, ...(outputError !== undefined && { outputError }) });
  }
  await expect(program.parseAsync(args, { from: 'user' })).rejects.toMatchObject({ code: expect.stringMatching(/^commander\./) });
  return printed.join('');
}

const names = programIn('de').commands.map((command) => command.name());
const inBoth = names.flatMap((name) => [
  [name, 'de' as const],
  [name, 'en' as const],
]) as readonly [string, Language][];

const headings = {
  de: ['Aufruf:', 'Optionen:', 'Überall möglich:', 'Rückgabewert:', 'Mehr dazu:'],
  en: ['Usage:', 'Options:', 'Everywhere:', 'Exit codes:', 'Read more:'],
};

describe('help', () => {
  test.each(inBoth)('of %s in %s: usage, options, an example, exit codes, where to read more', async (name, language) => {
    const help = await called(language, name, '--help');
    expect(headings[language].filter((heading) => !help.includes(heading))).toEqual([]);
    expect(help).toMatch(new RegExp(`\\n {2}fim ${name} .*\\n {6}\\S`));
  });

  test.each(['de', 'en'] as const)('of the program in %s: every command, three worked examples', async (language) => {
    const help = await called(language, '--help');
    expect(names.filter((name) => !new RegExp(`\\n {2}${name} {2,}\\S`).test(help))).toEqual([]);
    expect(help.match(/^ {4}fim /gm)?.length).toBeGreaterThanOrEqual(6);
  });

  test('in English no word is German', async () => {
    const all = await Promise.all(['--help', ...names.map((name) => [name, '--help'])].map((args) => called('en', ...[args].flat())));
    const foreign = all.join('\n').match(/\S*[äöüßÄÖÜ„]\S*|\b(?:der|die|das|und|oder|nicht|sonst|eine?)\b/g) ?? [];
    expect(foreign).toEqual([]);
  });

  test('the two languages have the same examples and the same options', async () => {
    const facts = (help: string): readonly string[] => help.match(/--[a-z-]+|^ +fim \S.*?(?= {2}|$)/gm) ?? [];
    for (const args of [['--help'], ...names.map((name) => [name, '--help'])]) {
      expect([...new Set(facts(await called('de', ...args)))]).toEqual([...new Set(facts(await called('en', ...args)))]);
    }
  });

  test('every call in an example has a command and options that there are', async () => {
    const helps = await Promise.all([['--help'], ...names.map((name) => [name, '--help'])].map((args) => called('en', ...args)));
    const calls = helps.flatMap((help) => help.match(/^ +fim [a-z].*/gm) ?? []).map((line) => line.trim());
    const program = programIn('en');
    const wrong = calls.filter((call) => {
      const command = program.commands.find((one) => one.name() === call.split(/\s+/)[1]);
      const known = [...(command?.options ?? []), ...program.options].map(({ long }) => long);
      return command === undefined || (call.match(/--[a-z-]+/g) ?? []).some((option) => !known.includes(option));
    });
    expect(calls.length).toBeGreaterThan(names.length);
    expect(wrong).toEqual([]);
  });

  test('every command that compiles a schema file takes folders of code lists from FIM_CODELISTS', async () => {
    for (const name of ['inspect', 'evaluate', 'explain', 'compile', 'compare', 'convert', 'lint', 'json-schema', 'xsd'])
      expect([name, await called('de', name, '--help')]).toEqual([name, expect.stringContaining('FIM_CODELISTS')]);
  });

  test.each([
    ['de', 'fim convert --to <version> [Optionen] <datei>', /--to <version> +Version von XDatenfelder \(muss/],
    ['en', 'fim convert --to <version> [options] <file>', /--to <version> +version of XDatenfelder \(must/],
  ] as const)('in %s marks the options that must be given', async (language, usage, marked) => {
    const help = await called(language, 'convert', '--help');
    expect(help).toContain(usage);
    expect(help).toMatch(marked);
  });

  test('compare and lint say that 2 means findings', async () => {
    for (const name of ['compare', 'lint'])
      expect(await called('en', name, '--help')).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 {2}there are/);
  });

  test('every document that a help names is there', async () => {
    const helps = await Promise.all([['--help'], ...names.map((name) => [name, '--help'])].map((args) => called('de', ...args)));
    const documents = new Set(helps.flatMap((help) => help.match(/\bdocs\/[\w/-]+\.md\b/g) ?? []));
    expect([...documents].filter((path) => !existsSync(join(repository, path)))).toEqual([]);
  });
});

describe('a wrong call', () => {
  test.each([
    [['inspect'], 'Fehler: Die Angabe „datei“ fehlt.', "error: missing required argument 'file'"],
    [
      ['inspect', 'a', 'b'],
      'Fehler: Zu viele Angaben: Es sind 2, höchstens 1 sind möglich. Eine Option nimmt einen Wert',
      'An option takes one value',
    ],
    [['inspect', 'a', '--jsn'], 'Fehler: Die Option „--jsn“ gibt es nicht.\nMeinten Sie --json?', "error: unknown option '--jsn'"],
    [['inspekt'], 'Fehler: Den Befehl „inspekt“ gibt es nicht.\nMeinten Sie inspect?', "error: unknown command 'inspekt'"],
    [['convert', 'a'], 'Fehler: Die Option „--to <version>“ fehlt.', "error: required option '--to <version>' not specified"],
    [['convert', 'a', '--to'], 'Fehler: Zur Option „--to <version>“ fehlt der Wert.', "error: option '--to <version>' argument missing"],
    [['convert', 'a', '--to', '4'], 'ist der Wert „4“ nicht möglich. Möglich sind: 2, 3.', 'Allowed choices are 2, 3.'],
    [['--lang', 'fr', 'inspect', 'a'], 'ist der Wert „fr“ nicht möglich. Möglich sind: de, en.', 'Allowed choices are de, en.'],
    [['inspect', 'a', '--lang', 'english'], 'ist der Wert „english“ nicht möglich. Möglich sind: de, en.', 'Allowed choices are de, en.'],
    [['inspect', 'a', '--lang', 'fr'], 'ist der Wert „fr“ nicht möglich. Möglich sind: de, en.', 'Allowed choices are de, en.'],
  ])('%j says what is wrong, and where help is', async (args, german, english) => {
    const said = await called('de', ...args);
    expect(said).toContain(german);
    expect(said).toMatch(/\nHilfe: fim --help/);
    expect(said).not.toMatch(/error|missing|invalid|unknown|not specified|too many/i);
    expect(await called('en', ...args)).toContain(english);
  });
});

describe('the language', () => {
  test.each<[string[], Record<string, string>, Language]>([
    [['--lang', 'en', 'inspect', 'a'], {}, 'en'],
    [['inspect', 'a', '--lang', 'en'], {}, 'en'],
    [['inspect', 'a', '--lang=en'], { FIM_LANG: 'de' }, 'en'],
    [['--lang', 'de', 'inspect'], { FIM_LANG: 'en', LANG: 'en_US.UTF-8' }, 'de'],
    [['inspect'], { FIM_LANG: 'en', LANG: 'de_DE.UTF-8' }, 'en'],
    [['inspect'], { LANG: 'en_GB.UTF-8' }, 'en'],
    [['inspect'], { LANG: 'C.UTF-8' }, 'de'],
    [['inspect'], {}, 'de'],
    [['inspect'], { FIM_LANG: 'en_US' }, 'en'],
    [['inspect'], { FIM_LANG: 'en_US.UTF-8', LANG: 'de_DE.UTF-8' }, 'en'],
    [['inspect'], { FIM_LANG: 'de_DE.UTF-8', LANG: 'en_US.UTF-8' }, 'de'],
    [['inspect'], { FIM_LANG: '', LANG: 'en_US.UTF-8' }, 'en'],
    [['inspect'], { LANG: 'ens_XX' }, 'de'],
  ])('of %j with %j is %s', (args, env, expected) => {
    expect(languageOf(args, env)).toBe(expected);
  });
});

describe('options', () => {
  afterEach(() => {
    delete process.env['FIM_LANG'];
    delete process.env['FIM_CODELISTS'];
  });

  /** What `fim inspect` takes from a call. */
  async function taken(...args: readonly string[]): Promise<{ file: string; codelists: readonly string[] }> {
    const program = programIn('de');
    const inspect = program.commands.find((command) => command.name() === 'inspect');
    let given = { file: '', codelists: [] as readonly string[] };
    inspect?.action((file: string, { codelists }: { codelists: readonly string[] }) => void (given = { file, codelists }));
    await program.parseAsync(args, { from: 'user' });
    return given;
  }

  test('that may be given several times stand before the file or after it', async () => {
    const wanted = { file: 'schema.xml', codelists: ['a', 'b'] };
    expect(await taken('inspect', '--codelists', 'a', '--codelists', 'b', 'schema.xml')).toEqual(wanted);
    expect(await taken('inspect', '--codelists', 'a', 'schema.xml', '--codelists=b')).toEqual(wanted);
    expect(await taken('inspect', 'schema.xml', '--codelists', 'a', '--codelists', 'b')).toEqual(wanted);
    expect(await taken('inspect', 'schema.xml')).toEqual({ file: 'schema.xml', codelists: [] });
    process.env['FIM_CODELISTS'] = 'lists';
    expect(await taken('inspect', 'schema.xml')).toEqual({ file: 'schema.xml', codelists: ['lists'] });
    expect(await taken('inspect', '--codelists', 'a', '--codelists', 'b', 'schema.xml')).toEqual(wanted);
  });

  test('none of any command takes the file behind it, too', () => {
    const greedy = programIn('de').commands.flatMap((command) =>
      command.options.filter(({ variadic }) => variadic).map(({ flags }) => `${command.name()} ${flags}`),
    );
    expect(greedy).toEqual([]);
  });

  test.each(['en', 'en_US', 'en_US.UTF-8', 'de_DE.UTF-8', ''])('FIM_LANG=%s is no mistake', async (locale) => {
    process.env['FIM_LANG'] = locale;
    expect(await taken('inspect', 'schema.xml')).toMatchObject({ file: 'schema.xml' });
  });

  test('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(repository, 'packages/fim-import/package.json'), 'utf8')) as { version: string };
    expect(await called('de', '--version')).toBe(`${version}\n`);
  });
});
