import { say } from '../language.js';
import { codelistsAtHand } from '../lint/codelists-at-hand.js';
import type { Finding } from '../lint/finding.js';
import { lint } from '../lint/lint.js';
import { checksAsMarkdown, listChecks } from '../lint/list-checks.js';
import { isError, schweren } from '../lint/meldungen.js';
import { readForLint } from '../lint/read-lint.js';

export interface LintCommandOptions {
  readonly codelists: readonly string[];
  readonly json: boolean;
  /** Checks that FIM has switched off, too. */
  readonly all: boolean;
}

/** `fim lint FILE`: what FIM's quality checks find. Exit code 2 if there are errors. */
export async function lintFile(path: string, options: LintCommandOptions): Promise<void> {
  const root = await readForLint(path);
  const found = lint(root, await codelistsAtHand(root, path, options.codelists));
  const findings = found.filter(({ severity }) => options.all || severity !== 'Deaktiviert');
  const counts = countsOf(findings);
  if (options.json) {
    const { id, version, art, fassung } = root;
    console.log(JSON.stringify({ file: path, element: { id, version, kind: art, xdatenfelder: fassung }, counts, findings }));
  } else {
    for (const finding of findings) console.log(asText(path, finding));
    const summary = Object.entries(counts).map(([severity, count]) => `${count} ${severity}`);
    console.log(
      summary.length === 0
        ? say({ de: 'Keine Befunde.', en: 'No findings.' })
        : `${findings.length} ${say(findings.length === 1 ? { de: 'Befund', en: 'finding' } : { de: 'Befunde', en: 'findings' })}: ${summary.join(', ')}.`,
    );
  }
  if (findings.some(({ severity }) => isError(severity))) process.exitCode = 2;
}

/** `fim lint --list`: every official check and what becomes of it. */
export function printChecks(format: { readonly markdown: boolean; readonly json: boolean }): void {
  if (format.markdown) return console.log(checksAsMarkdown().trimEnd());
  if (format.json) return console.log(JSON.stringify(listChecks()));
  const [done, not] = [say({ de: 'geprüft', en: 'checked' }), say({ de: 'nicht prüfbar', en: 'not decidable' })];
  for (const { code, severity, implemented, text } of listChecks()) {
    console.log(`${code}  ${(implemented ? done : not).padEnd(13)}  ${severity.padEnd(16)}  ${text}`);
  }
}

/** How many of each severity, the worst first. */
function countsOf(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const counts = schweren.map((schwere) => [schwere, findings.filter(({ severity }) => severity === schwere).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function asText(file: string, { line, column, severity, code, message, fix, text, path, times }: Finding): string {
  const where = `${file}:${line}:${column}`;
  const positions = times === 1 ? '' : say({ de: ` (an ${times} Stellen)`, en: ` (at ${times} positions)` });
  const element = path || say({ de: 'Wurzel', en: 'root' });
  return `${where}  ${severity} ${code}  ${element}${positions}\n    ${message}\n    FIM: ${text}\n    ${say({ de: 'Abhilfe', en: 'What to do' })}: ${fix}`;
}
