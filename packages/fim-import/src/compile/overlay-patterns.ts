import { type FormNode, PackageError, type PackageProblem } from '@serviceportal/form-engine';
import { say } from '../language.js';
import { vetPattern } from './pattern.js';

/**
 * The patterns of elements that a package adds are vetted like those of FIM. Here they are an error and no open item: their author
 * can change them.
 * @throws PackageError `package-overlay` with every pattern that cannot be used
 */
export function refuseSlowPatterns(nodes: readonly FormNode[]): void {
  const [first, ...more] = problemsIn(nodes);
  if (first !== undefined) throw new PackageError(first, ...more);
}

function problemsIn(nodes: readonly FormNode[]): readonly PackageProblem[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return problemsIn(node.children);
    const pattern = node.kind === 'field' ? node.constraints.pattern : undefined;
    const vetted = pattern === undefined || node.origin === 'fim' ? undefined : vetPattern(pattern);
    if (vetted === undefined || 'pattern' in vetted) return [];
    const { de, en } = vetted.problem;
    const message = say({
      de: `Das Muster „${pattern}“ ${de}. Ändern Sie es, oder lassen Sie es weg.`,
      en: `The pattern “${pattern}” ${en}. Change it, or leave it out.`,
    });
    return [{ code: 'package-overlay', message, file: 'form.yaml', path: node.id }];
  });
}
