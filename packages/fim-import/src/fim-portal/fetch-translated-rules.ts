import { readTranslatedRules } from '../rules/translated-rules.js';
import type { Identifikation } from '../xdatenfelder/angaben.js';
import { elementsOf } from '../xdatenfelder/elements-of.js';
import type { Stammdatenschema } from '../xdatenfelder/stammdatenschema.js';
import { FimInputError } from '../xml/fim-input-error.js';
import type { FetchOptions } from './fetch-schema.js';
import { isOutage } from './fetch-schema.js';
import type { FimPortal } from './fim-portal.js';
import type { PortalCache } from './portal-cache.js';
import { FimPortalError } from './portal-error.js';

export interface FetchedRules {
  /** By id and version (`G05000012345V1.0.0`), as the portal delivers them. */
  readonly translated: Readonly<Record<string, unknown>>;
  /** Elements with rules that were asked for. */
  readonly asked: number;
  /** Those for which the portal did not answer, or not with rules. */
  readonly missed: readonly { readonly element: string; readonly trouble: FimPortalError | FimInputError }[];
}

/** Called before each element; more than one is asked for at a time. */
export type Step = (done: number, of: number) => void;

/** Requests under way at the same time: a public service, used politely. */
const atOnce = 4;

/**
 * Asks for the translated rules of every element of a schema that has rules. That FIM has not translated them (404) is no trouble, and is
 * asked again the next time. After the first outage the portal is not asked any more.
 */
export async function fetchTranslatedRules(
  schema: Stammdatenschema,
  portal: FimPortal,
  cache: PortalCache,
  { refresh }: FetchOptions,
  step: Step = () => undefined,
): Promise<FetchedRules> {
  const elements = bearersIn(schema);
  const translated = new Map<string, unknown>();
  const missed: FetchedRules['missed'][number][] = [];
  let outage: FimPortalError | undefined;
  let done = 0;

  async function fetchOne(element: Identifikation): Promise<void> {
    const key = keyOf(element);
    const cached = refresh ? undefined : await fromCache(element, cache);
    try {
      if (outage !== undefined && cached === undefined) throw outage;
      const rules = cached ?? (await portal.translatedRules(element));
      if (rules === undefined) return;
      readTranslatedRules(rules, portal.base.href + key);
      translated.set(key, rules);
      if (cached === undefined) await cache.write('translated-rules', element, JSON.stringify(rules));
    } catch (error) {
      if (!(error instanceof FimPortalError || error instanceof FimInputError)) throw error;
      if (isOutage(error)) outage = error;
      const old = isOutage(error) ? await fromCache(element, cache) : undefined;
      if (old !== undefined) translated.set(key, old);
      else missed.push({ element: key, trouble: error });
    }
  }

  const waiting = [...elements];
  const worker = async (): Promise<void> => {
    for (let element = waiting.shift(); element !== undefined; element = waiting.shift()) {
      await fetchOne(element);
      step(++done, elements.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const inOrder = elements.map(keyOf).filter((key) => translated.has(key));
  return { translated: Object.fromEntries(inOrder.map((key) => [key, translated.get(key)])), asked: elements.length, missed };
}

const keyOf = ({ id, version = '' }: Identifikation): string => `${id}V${version}`;

/** Every element with rules, once; working copies have no version to ask for. */
function bearersIn(schema: Stammdatenschema): readonly Identifikation[] {
  const bearers = elementsOf(schema).filter(({ regeln, version }) => regeln.length > 0 && version !== undefined);
  return [...new Map(bearers.map((element) => [keyOf(element), element])).values()];
}

async function fromCache(element: Identifikation, cache: PortalCache): Promise<unknown> {
  const content = await cache.read('translated-rules', element);
  if (content === undefined) return undefined;
  try {
    const rules = JSON.parse(new TextDecoder().decode(content)) as unknown;
    readTranslatedRules(rules, keyOf(element));
    return rules;
  } catch {
    return undefined;
  }
}
