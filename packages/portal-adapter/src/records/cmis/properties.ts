import { z } from 'zod';

/** Properties of an object at the repository, by id. Values as JSON has them; instants are milliseconds. */
export type Properties = Readonly<Record<string, unknown>>;

const plain = z.record(z.string(), z.unknown());
const object = z.union([
  z.object({ succinctProperties: plain }).transform(({ succinctProperties }) => succinctProperties),
  // A repository that ignores `succinct` (CMIS 1.1, section 5.2.11) describes every property.
  z
    .object({ properties: z.record(z.string(), z.object({ value: z.unknown() })) })
    .transform(({ properties }) => Object.fromEntries(Object.entries(properties).map(([id, { value }]) => [id, value]))),
]);

/** The properties in an answer that is one object; undefined: it is none. */
export function objectIn(answer: unknown): Properties | undefined {
  return object.safeParse(answer).data;
}

const children = z.object({ objects: z.array(z.object({ object })), hasMoreItems: z.boolean().optional() });

/** One page of a folder's children. */
export function childrenIn(answer: unknown): { readonly objects: readonly Properties[]; readonly more: boolean } | undefined {
  const { data } = children.safeParse(answer);
  return data && { objects: data.objects.map((entry) => entry.object), more: data.hasMoreItems ?? false };
}

const results = z.object({ results: z.array(object) });

/** What a query found. */
export function resultsIn(answer: unknown): readonly Properties[] | undefined {
  return results.safeParse(answer).data?.results;
}

export function textOf(properties: Properties, id: string): string | undefined {
  const value = properties[id];
  const single = Array.isArray(value) ? (value as unknown[])[0] : value;
  return typeof single === 'string' && single !== '' ? single : typeof single === 'number' ? String(single) : undefined;
}

/** The id every object has. @throws Error when the repository left it out */
export function idOf(properties: Properties): string {
  const id = textOf(properties, 'cmis:objectId');
  if (id === undefined) throw new Error('An object without cmis:objectId.');
  return id;
}

/** Bytes; undefined where the repository does not tell (CMIS 1.1 allows -1). */
export function contentLength(properties: Properties): number | undefined {
  const value = properties['cmis:contentStreamLength'];
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

/** ISO instant. */
export function instantOf(properties: Properties, id: string): string | undefined {
  const value = properties[id];
  const instant = new Date(typeof value === 'number' || typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
