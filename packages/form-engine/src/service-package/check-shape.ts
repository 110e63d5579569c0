import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { PackageProblem } from './package-error.js';
import type { YamlFile } from './read-yaml.js';
import { shapeMessage } from './shape-message.js';

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictRequired: false, allowUnionTypes: true });

/** What a kind of file has to look like. */
export type Shape<T> = () => ValidateFunction<T>;

/** Compiles the schema of a kind of file once, when the first such file is read: a portal with packed services reads none. */
export function shapeOf<T>(schema: object): Shape<T> {
  let compiled: ValidateFunction<T> | undefined;
  return () => (compiled ??= ajv.compile<T>(schema));
}

/** Place of the mistake: of the member itself where one is too much. */
function pointerOf(error: ErrorObject): string {
  const { additionalProperty } = error.params as { additionalProperty?: string };
  if (additionalProperty === undefined) return error.instancePath;
  return `${error.instancePath}/${additionalProperty.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** What is wrong with the shape of a file, in the order of its lines. Empty: it has the shape. */
export function shapeProblems(yaml: YamlFile, shape: Shape<unknown>): PackageProblem[] {
  const validate = shape();
  if (validate(yaml.value)) return [];
  const meaningful = (validate.errors ?? []).filter((error) => error.keyword !== 'if');
  return meaningful
    .map((error): PackageProblem => {
      const path = pointerOf(error);
      return { code: 'package-shape', ...shapeMessage(error), file: yaml.file, path, ...yaml.place(path) };
    })
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
