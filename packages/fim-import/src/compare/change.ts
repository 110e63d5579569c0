/** For whom a change matters first: who fills in, who decides, who keeps the package. */
export type Audience = 'citizen' | 'clerk' | 'author';

export type ChangeKind =
  | 'schema'
  | 'added'
  | 'removed'
  | 'moved'
  | 'replaced'
  | 'order'
  | 'renamed'
  | 'retyped'
  | 'cardinality'
  | 'bounds'
  | 'codes'
  | 'code-list'
  | 'rule'
  | 'text'
  | 'behaviour'
  | 'legal-basis'
  | 'version';

/** Where something changed: paths in the old and in the new form. */
export interface ChangedPlace {
  readonly before?: string;
  readonly after?: string;
}

/** One change. What is the same at several places of the same element is one change with several places. */
export interface Change {
  readonly kind: ChangeKind;
  readonly audience: Audience;
  /** A sentence. */
  readonly message: string;
  readonly places: readonly ChangedPlace[];
  readonly ruleId?: string;
  /** Old and new value, for machines. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Collects changes and joins those that say the same. */
export class Changes {
  readonly #changes = new Map<string, Change>();

  add({ places, ...change }: Change): void {
    const key = JSON.stringify([change.kind, change.message, change.before, change.after]);
    const known = this.#changes.get(key);
    this.#changes.set(key, { ...change, places: [...(known?.places ?? []), ...places] });
  }

  list(): readonly Change[] {
    return [...this.#changes.values()];
  }
}
