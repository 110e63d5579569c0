import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import type { MunicipalityConfiguration } from './configuration.js';
import { municipalitySchema } from './configuration.js';
import { ConfigurationError } from './configuration-error.js';
import { fillIn } from './environment.js';

/** Reads `municipality.yaml` in `folder`. `environment` fills in `${NAME}`. @throws ConfigurationError with file, line and path */
export function readConfiguration(folder: string, environment: Readonly<Record<string, string | undefined>>): MunicipalityConfiguration {
  const file = join(resolve(folder), 'municipality.yaml');
  return parseConfiguration(readText(file), file, environment);
}

export function parseConfiguration(
  text: string,
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): MunicipalityConfiguration {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) throw invalid([`${file}:${String(lines.linePos(broken.pos[0]).line)}: ${broken.message}`]);
  const missing: string[] = [];
  const data = fillIn(document.toJS(), environment, (name, path) =>
    missing.push(`${place(path)}: the environment variable ${name} is not set`),
  );
  if (missing.length > 0) throw invalid(missing);
  const result = municipalitySchema.safeParse(data);
  if (result.success) return result.data;
  throw invalid(result.error.issues.map((issue) => `${place(issue.path)}: ${wording(issue)}`));

  function place(path: readonly PropertyKey[]): string {
    const offset = offsetOf(document, path);
    return `${file}:${String(lines.linePos(offset).line)}: ${path.map(String).join('.') || 'the file'}`;
  }
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
