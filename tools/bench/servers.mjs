// Starting what is measured, each in a process of its own.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../workspace.mjs';

async function started(args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  // What is measured never outlives the measurement.
  process.on('exit', () => child.kill('SIGKILL'));
  let printed = '';
  const port = await new Promise((resolve, reject) => {
    child.stdout.on('data', function listen(chunk) {
      printed += chunk;
      const ready = /^READY (\d+)$/m.exec(printed);
      if (!ready) return;
      // What it logs from now on is not kept: looking through it again and again would disturb the measurement.
      child.stdout.off('data', listen).resume();
      resolve(Number(ready[1]));
    });
    child.on('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${printed}`)));
  });
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners('exit');
      child.on('exit', resolve);
      child.kill('SIGTERM');
    });
  return { base: `http://127.0.0.1:${port}`, pid: child.pid, stop };
}

export const startBare = () => started([join(root, 'tools/bench/bare-server.mjs')]);

/** What makes a process collect its garbage all the time: what is in use then, is used. */
export const collecting = ['--expose-gc', '--import', 'data:text/javascript,setInterval(gc, 200).unref()'];

/** The portal with one schema, limits out of the way, data in a folder that goes with it. `node`: options of the process. */
export async function startPortal(schema, node = []) {
  const folder = mkdtempSync(join(tmpdir(), 'serviceportal-bench-'));
  cpSync(join(root, 'examples/musterstadt'), join(folder, 'stadt'), { recursive: true });
  const configuration = join(folder, 'stadt', 'municipality.yaml');
  const text = readFileSync(configuration, 'utf8').replace(/^limits:\n( .*\n)*/m, '');
  writeFileSync(configuration, `${text}\nlimits:\n  requestsPerMinute: 100000000\n  startsPerMinute: 100000000\n`);
  const portal = await started([
    ...node,
    join(root, 'packages/server/bin/serviceportal.js'),
    'start',
    '--demonstration',
    '--ready',
    ...[
      '--port',
      '0',
      '--municipality',
      join(folder, 'stadt'),
      '--packages',
      join(root, 'build/packages'),
      '--data',
      join(folder, 'data'),
      '--schema',
      schema,
    ],
  ]);
  return {
    ...portal,
    async stop() {
      await portal.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
