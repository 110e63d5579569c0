// What drafts cost the server's memory while nobody works on them.
import { join } from 'node:path';
import { root } from '../workspace.mjs';
import { collecting, startPortal } from './servers.mjs';
import { table } from './table.mjs';

const steps = [500, 5_000];
const readings = 40;

const begin = async (base) => {
  const started = await fetch(`${base}/drei-seiten/antrag`, { method: 'POST', redirect: 'manual', headers: { origin: base } });
  if (started.status !== 303) throw new Error(`Starting an application answers ${started.status}`);
  await started.arrayBuffer();
};

/** MB of the heap that are in use: the lowest of some readings, of which some come just after a collection. */
async function heap(base) {
  const seen = [];
  for (let reading = 0; reading < readings; reading += 1) {
    for (let page = 0; page < 20; page += 1) await (await fetch(`${base}/`)).arrayBuffer();
    const figures = await (await fetch(`${base}/metrics`)).text();
    seen.push(Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(figures)[1]) / 1e6);
  }
  return Math.min(...seen);
}

export async function benchDrafts() {
  const portal = await startPortal(join(root, 'examples/drei-seiten/package'), collecting);
  try {
    const rows = [];
    let begun = 0;
    for (const count of steps) {
      for (; begun < count; begun += 1) await begin(portal.base);
      rows.push([`${count} drafts begun`, (await heap(portal.base)).toFixed(1)]);
    }
    table('Memory of the server, lowest of some readings', ['when', 'heap in use MB'], rows);
  } finally {
    await portal.stop();
  }
}
