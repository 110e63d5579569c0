import type { CodeList, FormDefinition } from '../../form/form-definition.js';
import type { FieldNode, FormNode, GroupNode } from '../../form/form-node.js';
import type { OpenItem } from '../service-package.js';
import type { AddedNode, Addition } from '../package-files.js';
import type { PackageProblem } from '../package-error.js';
import { listTree, mapTree } from './form-tree.js';
import { misfit, refused, type OverlayResult } from './overlay-result.js';

/** Key of the code list of an added field. */
const listOf = (element: AddedNode): string => `municipal:${element.id}`;

function compileAdded(element: AddedNode): FormNode {
  const { id, label, help, min = 0, max = 1, legalBasis = [] } = element;
  const common = { id, label, ...(help === undefined ? {} : { help }), min, max, legalBasis, origin: 'municipal' } as const;
  const kind = element.kind ?? (element.children ? 'group' : 'field');
  if (kind === 'note') return { ...common, kind, text: element.text ?? element.label };
  if (kind === 'group') return { ...common, kind, children: (element.children ?? []).map(compileAdded) };
  const { widget, autocomplete, initial, codes, constraints = {} } = element;
  const field: FieldNode = { ...common, kind, type: codes ? 'select' : (element.type ?? 'text'), constraints };
  return {
    ...field,
    ...(codes ? { codeList: listOf(element) } : {}),
    ...(widget === undefined ? {} : { widget }),
    ...(autocomplete === undefined ? {} : { autocomplete }),
    ...(initial === undefined ? {} : { initial }),
  };
}

function codeListsOf(element: AddedNode): [string, CodeList][] {
  const own: [string, CodeList][] = element.codes ? [[listOf(element), { codes: element.codes }]] : [];
  return [...own, ...(element.children ?? []).flatMap(codeListsOf)];
}

function insert(siblings: readonly FormNode[], node: FormNode, after: string | undefined): FormNode[] {
  const index = siblings.findIndex(({ id }) => id === after);
  return index < 0 ? [...siblings, node] : siblings.toSpliced(index + 1, 0, node);
}

/** Adds elements that FIM does not have. They keep to ids of their own range, so that an update of FIM cannot collide. */
export function addElements(form: FormDefinition, additions: readonly Addition[]): OverlayResult {
  const openItems: OpenItem[] = [];
  const problems: PackageProblem[] = [];
  let { children } = form;
  let codeLists = form.codeLists;
  for (const { under, after, element } of additions) {
    const place = under === undefined ? children : groupAt(children, under)?.children;
    if (!place) {
      openItems.push(misfit(under ?? '', `Das Element ${element.id} wurde nicht ergänzt: Die Gruppe ${under} gibt es im Schema nicht.`));
      continue;
    }
    if (place.some(({ id }) => id === element.id)) {
      problems.push(
        refused(
          element.id,
          `${element.id} gibt es an dieser Stelle schon. Wählen Sie eine andere Id.`,
          `${element.id} is there already. Choose another id.`,
        ),
      );
      continue;
    }
    if (element.type === 'select' && !element.codes) {
      problems.push(
        refused(
          element.id,
          'Zu einer Auswahl gehören codes: eine Liste mit code und label.',
          'A selection needs codes: a list with code and label.',
        ),
      );
    }
    if (after !== undefined && !place.some(({ id }) => id === after)) {
      openItems.push(misfit(element.id, `${after}, hinter dem das Element stehen soll, gibt es dort nicht; es steht jetzt am Ende.`));
    }
    const node = compileAdded(element);
    codeLists = { ...codeLists, ...Object.fromEntries(codeListsOf(element)) };
    children =
      under === undefined
        ? insert(children, node, after)
        : mapTree(children, (group, path) =>
            path === under && group.kind === 'group' ? { ...group, children: insert(group.children, node, after) } : group,
          );
  }
  return { form: { ...form, children, codeLists }, openItems, problems };
}

function groupAt(children: readonly FormNode[], wanted: string): GroupNode | undefined {
  const found = listTree(children).find(({ path }) => path === wanted)?.node;
  return found?.kind === 'group' ? found : undefined;
}
