import type { Code } from '@serviceportal/form-engine';
import type { CompiledElement } from '../compile/compiled-element.js';
import { isOneSlipAway } from './alike.js';

/** An element as a rule names it. */
export interface RuleElement {
  /** `self.G….F…`, from the rule's owner. */
  readonly identifier: string;
  readonly element: CompiledElement;
}

/** What the ids in a rule can mean: the elements below its owner. */
export class RuleScope {
  readonly #children: readonly CompiledElement[];
  readonly #codes: (list: string) => readonly Code[];

  /** @param children those of the rule's owner, or of the schema */
  constructor(children: readonly CompiledElement[], codes: (list: string) => readonly Code[]) {
    this.#children = children;
    this.#codes = codes;
  }

  /** All elements directly below the owner. */
  get children(): readonly RuleElement[] {
    return this.childrenOf(undefined);
  }

  childrenOf(group: RuleElement | undefined): readonly RuleElement[] {
    const children = group === undefined ? this.#children : group.element.children;
    return children.map((element) => ({ identifier: `${group?.identifier ?? 'self'}.${element.node.id}`, element }));
  }

  /**
   * `F…` or `G….F…`: each id is a child of the one before, or the only element with that id further below. Undefined where
   * there is none or more than one.
   * @param within the group that the text named before
   */
  resolve(path: string, within?: RuleElement): RuleElement | undefined {
    let found = within;
    for (const id of idsIn(path)) {
      const next = this.#only(idsOf(id), found);
      if (next === undefined) return undefined;
      found = next;
    }
    return found;
  }

  /** The elements whose id is one slip of the pen away from the last id of a path that resolves up to there. */
  similarTo(path: string, within?: RuleElement): readonly RuleElement[] {
    const ids = idsIn(path);
    const last = idsOf(ids.pop() ?? '');
    const around = ids.length === 0 ? within : this.resolve(ids.join('.'), within);
    if (ids.length > 0 && around === undefined) return [];
    return this.below(around).filter(({ element }) => last.some((id) => isOneSlipAway(id, element.node.id)));
  }

  /** Everything below a group, or below the owner. */
  below(group?: RuleElement): readonly RuleElement[] {
    return this.childrenOf(group).flatMap((child) => [child, ...this.below(child)]);
  }

  /**
   * The repeatable groups on the way from the rule's owner to an element, outermost first, as identifiers. The element itself
   * counts if it is such a group.
   */
  entriesAround(identifier: string): readonly string[] {
    const found: string[] = [];
    let level = this.#children;
    const [, ...ids] = identifier.split('.');
    ids.forEach((id, index) => {
      const element = level.find(({ node }) => node.id === id);
      if (element?.node.kind === 'group' && element.node.max !== 1) found.push(['self', ...ids.slice(0, index + 1)].join('.'));
      level = element?.children ?? [];
    });
    return found;
  }

  /** The element of an identifier. */
  elementOf(identifier: string): RuleElement | undefined {
    return this.below().find((element) => element.identifier === identifier);
  }

  /** The codes of a select field. */
  codesOf({ element: { node } }: RuleElement): readonly Code[] | undefined {
    return node.kind === 'field' && node.codeList !== undefined ? this.#codes(node.codeList) : undefined;
  }

  #only(ids: readonly string[], around: RuleElement | undefined): RuleElement | undefined {
    const child = this.childrenOf(around).find(({ element }) => ids.includes(element.node.id));
    if (child !== undefined) return child;
    const deeper = this.below(around).filter(({ element }) => ids.includes(element.node.id));
    return deeper.length === 1 ? deeper[0] : undefined;
  }
}

/** `G1V1.0.0.F2` → the ids without their versions. */
export const idsIn = (path: string): string[] => path.replace(/V\d+(?:\.\d+)*/g, '').split(/[./]/);

/** An id without version and blanks; in the notation of version 2 also in that of version 3, which schemas are carried to. */
function idsOf(text: string): readonly string[] {
  const id = text.replace(/V.*$| /g, '');
  return /^[FG]\d{8}$/.test(id) ? [id, `${id.slice(0, 3)}000${id.slice(3)}`] : [id];
}
