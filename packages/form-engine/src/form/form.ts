import type { CompiledRules } from '../rules/compile-rules.js';
import type { FormDefinition } from './form-definition.js';
import type { FormNode } from './form-node.js';
import type { Page } from './page.js';

/** An element at its place in the form. The same FIM id may stand at many positions. */
export interface Position {
  /** Dense number, in document order: index into `Form.positions`. */
  readonly index: number;
  readonly node: FormNode;
  /** Ids from the root, joined by `/`: `G1/F2`. */
  readonly path: string;
  readonly parent: Position | null;
  readonly children: readonly Position[];
  /** `node.max !== 1`: answers are a list. */
  readonly repeated: boolean;
  /** The repeated positions on the way from the root to here, this one included, outermost first. */
  readonly repeats: readonly Position[];
}

/** A form ready to run: compiled once for a package digest, shared by all requests, immutable. */
export interface Form {
  readonly definition: FormDefinition;
  readonly positions: readonly Position[];
  readonly roots: readonly Position[];
  readonly byPath: ReadonlyMap<string, Position>;
  readonly pages: readonly Page[];
  readonly pageBySlug: ReadonlyMap<string, Page>;
  readonly rules: CompiledRules;
}

/**
 * One instance of a position: an index for each of `position.repeats`, outermost first; for a repeated position the last
 * one may be left out, which addresses the whole list.
 */
export interface Instance {
  readonly position: Position;
  readonly indices: readonly number[];
}
