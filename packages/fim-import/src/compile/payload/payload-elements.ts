import { type FieldNode, type FormDefinition, type GroupNode, type Position, compileForm, inSchemaOrder } from '@serviceportal/form-engine';

/** An element inside a group, as it may occur in what is handed over. */
export interface PayloadChild {
  readonly name: string;
  /** A correct application may lack it, by its own count or because a rule took the question away. */
  readonly optional: boolean;
  readonly min: number;
  readonly max: number | null;
}

/** What is handed over under one name: `{id}V{version}`. */
export interface PayloadElement {
  readonly name: string;
  readonly node: FieldNode | GroupNode;
  readonly children: readonly PayloadChild[];
}

export interface Payload {
  readonly name: string;
  readonly title: string;
  readonly children: readonly PayloadChild[];
  /** Each element once, sorted by name. */
  readonly elements: readonly PayloadElement[];
}

/** Id and version as FIM's converters join them. */
export const versionedName = ({ id, version }: { readonly id: string; readonly version?: string }): string =>
  version === undefined ? id : `${id}V${version}`;

/**
 * What an application of this form hands over. An element that stands at several positions is described once, so that all of
 * its positions fit: what differs between them is left open.
 */
export function payloadOf(definition: FormDefinition): Payload {
  const form = compileForm(definition);
  const mayBeTakenAway = (position: Position): boolean =>
    (form.rules.byTarget[position.index] ?? []).some(({ effect }) => effect !== 'require') ||
    (position.parent?.node.kind === 'group' && position.parent.node.choice === true);
  const childrenOf = (positions: readonly Position[]): readonly PayloadChild[] =>
    inSchemaOrder(positions)
      .filter(({ node }) => node.kind !== 'note')
      .map((position) => {
        const { min, max } = position.node;
        return { name: versionedName(position.node), optional: min === 0 || mayBeTakenAway(position), min, max };
      });

  const elements = new Map<string, PayloadElement>();
  for (const position of form.positions) {
    const { node } = position;
    if (node.kind === 'note') continue;
    const element = { name: versionedName(node), node, children: childrenOf(position.children) };
    const known = elements.get(element.name);
    elements.set(element.name, known === undefined ? element : merged(known, element));
  }
  return {
    name: versionedName(definition.schema),
    title: definition.schema.name,
    children: childrenOf(form.roots),
    elements: [...elements.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function merged(one: PayloadElement, other: PayloadElement): PayloadElement {
  const node = one.node.kind === 'field' && other.node.kind === 'field' ? mergedField(one.node, other.node) : one.node;
  const children = new Map(one.children.map((child) => [child.name, child]));
  const names = new Set(other.children.map(({ name }) => name));
  for (const child of one.children) if (!names.has(child.name)) children.set(child.name, { ...child, optional: true });
  for (const child of other.children) {
    const known = children.get(child.name);
    children.set(child.name, known === undefined ? { ...child, optional: true } : widest(known, child));
  }
  return { ...one, node, children: [...children.values()] };
}

function widest(one: PayloadChild, other: PayloadChild): PayloadChild {
  return {
    name: one.name,
    optional: one.optional || other.optional,
    min: Math.min(one.min, other.min),
    max: one.max === null || other.max === null ? null : Math.max(one.max, other.max),
  };
}

function mergedField(one: FieldNode, other: FieldNode): FieldNode {
  const { codeList, ...rest } = one;
  const sameBounds = JSON.stringify(one.constraints) === JSON.stringify(other.constraints);
  return {
    ...rest,
    ...(codeList !== undefined && codeList === other.codeList && { codeList }),
    constraints: sameBounds ? one.constraints : {},
  };
}
