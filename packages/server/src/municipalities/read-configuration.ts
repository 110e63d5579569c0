import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import type { MunicipalityConfiguration } from './configuration.js';
import { municipalitySchema } from './configuration.js';
import { ConfigurationError } from './configuration-error.js';
import { fillIn } from './environment.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads `municipality.yaml` in `folder`. `environment` fills in `${NAME}`. @throws ConfigurationError with file, line and path */
export function readConfiguration(folder: string, environment: Environment): MunicipalityConfiguration {
  const file = join(resolve(folder), 'municipality.yaml');
  return parseConfiguration(readText(file), file, environment);
}

/** What is needed to prepare links: nothing else is read, and no other secret is needed. */
const linkConfiguration = municipalitySchema.pick({ ars: true, baseUrl: true, prefillLinks: true });
export type LinkConfiguration = z.infer<typeof linkConfiguration>;

/** The part of `municipality.yaml` in `folder` that is about links. @throws ConfigurationError with file, line and path */
export function readLinkConfiguration(folder: string, environment: Environment): LinkConfiguration {
  const file = join(folder, 'municipality.yaml');
  return parse(readText(file), file, environment, linkConfiguration);
}

export function parseConfiguration(text: string, file: string, environment: Environment): MunicipalityConfiguration {
  return parse(text, file, environment, municipalitySchema);
}

/** Reads the members that the schema has; in the whole configuration others are a mistake. */
function parse<Shape extends z.ZodRawShape>(
  text: string,
  file: string,
  environment: Environment,
  schema: z.ZodObject<Shape>,
): z.infer<z.ZodObject<Shape>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) throw invalid([`${file}:${String(lines.linePos(broken.pos[0]).line)}: ${broken.message}`]);
  const missing: string[] = [];
  const data = fillIn(partOf(document.toJS(), schema), environment, (name, path) =>
    missing.push(`${place(path)}: the environment variable ${name} is not set`),
  );
  if (missing.length > 0) throw invalid(missing);
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw invalid(result.error.issues.map((issue) => `${place(issue.path)}: ${wording(issue)}`));

  function place(path: readonly PropertyKey[]): string {
    const offset = offsetOf(document, path);
    return `${file}:${String(lines.linePos(offset).line)}: ${path.map(String).join('.') || 'the file'}`;
  }
}

function partOf(data: unknown, schema: z.ZodObject): unknown {
  if (schema === municipalitySchema || data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).filter(([name]) => name in schema.shape));
}

function wording(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown: ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'missing';
  return issue.message;
}

/** Where the element stands, or the nearest one around it that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range = node !== null && typeof node === 'object' && 'range' in node ? node.range : undefined;
    if (Array.isArray(range) && typeof range[0] === 'number') return range[0];
  }
  return 0;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationError(
      'configuration-missing',
      `${file} cannot be read. Give the folder of your municipality with --municipality.`,
      {
        cause: error,
      },
    );
  }
}

function invalid(problems: readonly string[]): ConfigurationError {
  return new ConfigurationError('configuration-invalid', `The configuration has to be corrected:\n${problems.join('\n')}`);
}
