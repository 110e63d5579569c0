/**
 * Strongly connected components (Tarjan 1972). `edges[i]` lists what i depends on; the result gives each node the number
 * of its component.
 */
export function circlesOf(edges: readonly (readonly number[])[]): number[] {
  const order: number[] = edges.map(() => -1);
  const low: number[] = edges.map(() => 0);
  const component: number[] = edges.map(() => -1);
  const open: number[] = [];
  let visited = 0;
  let components = 0;

  function visit(node: number): void {
    order[node] = low[node] = visited++;
    open.push(node);
    for (const next of edges[node] ?? []) {
      if (order[next] === -1) visit(next);
      if (component[next] === -1) low[node] = Math.min(low[node] ?? 0, low[next] ?? 0);
    }
    if (low[node] !== order[node]) return;
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      component[member] = components;
      if (member === node) break;
    }
    components += 1;
  }

  edges.forEach((_, node) => {
    if (order[node] === -1) visit(node);
  });
  return component;
}
