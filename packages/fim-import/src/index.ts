export type * from './xdatenfelder/angaben.js';
export type * from './xdatenfelder/datenfeld.js';
export type * from './xdatenfelder/regel.js';
export type * from './xdatenfelder/stammdatenschema.js';
export type { SchemaWarning } from './xdatenfelder/reading.js';
export type { ReadSchema } from './xdatenfelder/schema-message.js';
export { readSchema, readSchemaText, type ReadSchemaOptions } from './xdatenfelder/read-schema.js';
export { writeSchema } from './write/write-schema.js';
export { writeCodelist } from './write/write-codelist.js';
export { convertSchema, type ConvertedSchema } from './convert/convert-schema.js';
export type { Loss } from './convert/losses.js';
export { FimInputError, type FimInputErrorCode, type SourcePlace } from './xml/fim-input-error.js';
export { defaultLimits, type XmlLimits } from './xml/xml-limits.js';
export type { Codeliste, CodelistIdentification, Spalte } from './codelists/codeliste.js';
export { readCodelist, readCodelistText } from './codelists/read-codelist.js';
export { resolveCodelists, type ResolvedCodelist, type ResolvedCodelists } from './codelists/resolve-codelists.js';
export { compileFim, type CompiledFim } from './compile/compile-fim.js';
export {
  compileServicePackage,
  previewPackage,
  type CompileOptions,
  type ServicePackageDraft,
  type SourceFile,
} from './compile/compile-service-package.js';
export { packFolder } from './compile/pack-folder.js';
export { toJsonSchema, type JsonSchema } from './compile/payload/json-schema.js';
export { toXsd } from './compile/payload/xsd.js';
export { readTranslatedRules } from './rules/translated-rules.js';
export type { Finding } from './lint/finding.js';
export type { Schwere } from './lint/meldungen.js';
export { lint } from './lint/lint.js';
export { readForLint, readTextForLint } from './lint/read-lint.js';
