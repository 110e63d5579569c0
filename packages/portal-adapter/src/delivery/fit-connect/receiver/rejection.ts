import type { EventProblem } from '../events/security-event.js';

/** Why submissions are rejected, by the names that FIT-Connect's problems have. */
export type ProblemName =
  | 'encryption-issue'
  | 'syntax-violation'
  | 'schema-violation'
  | 'unsupported-schema'
  | 'missing-schema'
  | 'hash-mismatch'
  | 'attachments-mismatch'
  | 'missing-data'
  | 'incorrect-authentication-tag';

const titles: Record<ProblemName, string> = {
  'encryption-issue': 'Entschlüsselung nicht möglich',
  'syntax-violation': 'Syntax-Fehler',
  'schema-violation': 'Schema-Verletzung',
  'unsupported-schema': 'Schema wird nicht unterstützt',
  'missing-schema': 'Schema fehlt',
  'hash-mismatch': 'Prüfsumme stimmt nicht',
  'attachments-mismatch': 'Anlagen stimmen nicht überein',
  'missing-data': 'Fachdaten fehlen',
  'incorrect-authentication-tag': 'Authentication-Tag stimmt nicht',
};

/** The submission cannot be taken as it is. Nothing of its content is named. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly problem: ProblemName;
  /** What it is about: `metadata`, `data`, `attachment:<id>`. */
  readonly instance: string;
  constructor(problem: ProblemName, instance: string, detail: string) {
    super(detail);
    this.problem = problem;
    this.instance = instance;
  }
}

/** As the sender reads it. @param types other types than FIT-Connect's, by name */
export function problemOf({ problem, instance, message }: Rejection, types: Readonly<Record<string, string>>): EventProblem {
  const type = types[problem] ?? `https://schema.fitko.de/fit-connect/events/problems/${problem}`;
  return { type, title: titles[problem], detail: message, instance };
}
