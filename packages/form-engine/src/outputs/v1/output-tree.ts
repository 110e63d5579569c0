import type { Answer, Answers } from '../../answers/answers.js';
import { holdsAnswer } from '../../answers/read-answer.js';
import { pruneAnswers } from '../../answers/prune.js';
import type { Form, Position } from '../../form/form.js';
import { inSchemaOrder } from '../../form/schema-order.js';
import type { Evaluation } from '../../rules/evaluation.js';

export type OutputValue = string | number | boolean;
export type OutputContent = OutputValue | readonly OutputElement[];

/** An element as it is handed over, in the order of the schema. */
export interface OutputElement {
  /** `F60000000227V1.1.0`; the bare id where the element has no version. */
  readonly name: string;
  /** True where the schema allows more than one: JSON writes a list. */
  readonly repeated: boolean;
  readonly instances: readonly OutputContent[];
}

/** Id and version as FIM's own converters join them. */
export const versionedName = ({ id, version }: { readonly id: string; readonly version?: string }): string =>
  version === undefined ? id : `${id}V${version}`;

/** What is handed over: answers that are relevant, fixed values, and groups that must be there. Notes are left out. */
export function outputTree(form: Form, evaluation: Evaluation): OutputElement[] {
  return elements(form.roots, pruneAnswers(form, evaluation));
}

function elements(positions: readonly Position[], answers: Answers): OutputElement[] {
  return inSchemaOrder(positions).flatMap((position): OutputElement[] => {
    const answer = answers[position.node.id];
    if (position.node.kind === 'note' || answer === undefined || isUnchosen(position, answer)) return [];
    const instances = position.repeated ? (answer as readonly Answer[]) : [answer];
    return [
      {
        name: versionedName(position.node),
        repeated: position.repeated,
        instances: instances.map((instance) => content(position, instance)),
      },
    ];
  });
}

/** Of a choice group only what was chosen goes out, not the empty others. */
const isUnchosen = ({ parent }: Position, answer: Answer): boolean =>
  parent?.node.kind === 'group' && parent.node.choice === true && !holdsAnswer(answer);

function content(position: Position, answer: Answer): OutputContent {
  if (position.node.kind === 'group') return elements(position.children, answer as Answers);
  if (typeof answer === 'object') return (answer as { readonly name: string }).name;
  return answer;
}
