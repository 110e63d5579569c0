import { type Evaluation, type Form, type Position, type Value, instanceName } from '@serviceportal/form-engine';

/** The state of one instance of an element. */
export interface ElementState {
  readonly relevant: boolean;
  readonly required: boolean;
  /** The codes that rules leave. */
  readonly allowed?: readonly string[];
  /** The value that a rule fills in. */
  readonly value?: Value;
}

/** Every instance of every element with its indices; of what may repeat and does not occur the first one. */
export function instancesOf(form: Form, evaluation: Evaluation): readonly (readonly [position: Position, indices: readonly number[]])[] {
  const visit = (position: Position, around: readonly number[]): (readonly [Position, readonly number[]])[] => {
    const entries = position.repeated
      ? Array.from({ length: Math.max(1, evaluation.count(position, around)) }, (_, index) => [...around, index])
      : [around];
    return entries.flatMap((indices) => [[position, indices] as const, ...position.children.flatMap((child) => visit(child, indices))]);
  };
  return form.roots.flatMap((root) => visit(root, []));
}

/** The state of every instance by its path: `G0…[1]/F0…`. */
export function elementStates(form: Form, evaluation: Evaluation): Readonly<Record<string, ElementState>> {
  return Object.fromEntries(
    instancesOf(form, evaluation).map(([position, indices]) => [instanceName(position, indices), stateOf(evaluation, position, indices)]),
  );
}

export function stateOf(evaluation: Evaluation, position: Position, indices: readonly number[]): ElementState {
  const allowed = evaluation.allowed(position, indices);
  const value = evaluation.prefilled(position, indices) ?? fixedValue(position);
  return {
    relevant: evaluation.relevant(position, indices),
    required: evaluation.required(position, indices),
    ...(allowed !== undefined && { allowed }),
    ...(value !== undefined && { value }),
  };
}

const fixedValue = ({ node }: Position): Value | undefined =>
  node.kind === 'field' && (node.hidden === true || node.locked === true) ? node.initial : undefined;
