/** Languages of messages, help and reports. */
export type Language = 'de' | 'en';

/** A message in every language. Where it is made before the language is known (in a table, say), keep this and `say` it later. */
export type Message = Readonly<Record<Language, string>>;

let current: Language = 'de';

/** Sets the language of this process; German until then. A command line speaks one language, so nobody has to carry it along. */
export function speak(language: Language): void {
  current = language;
}

/** What `work` makes in another language than that of the process. `work` must not wait for anything, or others speak it meanwhile. */
export function speaking<T>(language: Language, work: () => T): T {
  const before = current;
  current = language;
  try {
    return work();
  } finally {
    current = before;
  }
}

/** The message in the language of this process. */
export const say = (message: Message): string => message[current];

/** `--lang de|en` on the command line, else `FIM_LANG`, else the locale of the environment (LC_ALL, LC_MESSAGES, LANG), else German. */
export function languageOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = args.indexOf('--lang');
  const asked = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  return languageNamed(asked ?? (env.FIM_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '')) ?? 'de';
}

/** The language of `en`, `EN`, `en-GB` or a locale such as `en_US.UTF-8`; undefined for another one. */
export function languageNamed(name: string): Language | undefined {
  const [, language] = /^(de|en)(?![a-z])/i.exec(name) ?? [];
  return language?.toLowerCase() as Language | undefined;
}
