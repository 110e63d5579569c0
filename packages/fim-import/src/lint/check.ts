import type { ResolvedCodelists } from '../codelists/resolve-codelists.js';
import type { Message } from '../language.js';
import type { Fassung } from '../xdatenfelder/angaben.js';
import type { SourcePlace } from '../xml/fim-input-error.js';
import type { Art, LintElement } from './lint-element.js';

/** Says what is wrong and, if not with and at the element, where and with which element in it. */
export type Report = (message: Message, place?: SourcePlace, about?: LintElement) => void;

/** Different values, sorted, of each key. */
export type Grouped = ReadonlyMap<string, readonly string[]>;

/** What a check may look at besides the element. */
export interface LintContext {
  readonly root: LintElement;
  /** The versions in which each field and group occurs, by id; `''` is the working copy. */
  readonly versions: Grouped;
  /** The versions in which each code list is referred to, by its name. */
  readonly listVersions: Grouped;
  /** Version 2: the `C…` ids of code lists, by name and version. */
  readonly listIds: Grouped;
  /** The lists at hand. */
  readonly codelists: ResolvedCodelists;
}

/** One of FIM's quality checks. Severity and text belong to the code: `meldungen.ts`. */
export interface Check {
  readonly code: string;
  readonly of: readonly Art[];
  /** Only in this version of the standard. */
  readonly only?: Fassung;
  /** How the person who writes the schema puts it right. */
  readonly fix: Message;
  /** For the table in the docs: what is read into the official text, where it leaves something open. */
  readonly note?: Message;
  find(element: LintElement, report: Report, context: LintContext): void;
}

export const baukasten: readonly Art[] = ['datenfeldgruppe', 'datenfeld'];
export const container: readonly Art[] = ['stammdatenschema', 'datenfeldgruppe'];
export const released: readonly Art[] = ['stammdatenschema', 'datenfeldgruppe', 'datenfeld', 'dokumentsteckbrief'];
