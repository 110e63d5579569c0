// A PostgreSQL server of the proof's own, which may be crashed: not the one that other things on this machine use.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { atEnd } from './at-end.mjs';
import { CannotRun } from './cannot-run.mjs';

const installed = '/usr/lib/postgresql';

function programs() {
  const versions = existsSync(installed) ? readdirSync(installed).sort((one, other) => Number(other) - Number(one)) : [];
  const found = versions.map((version) => join(installed, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
  if (!found) throw new CannotRun(`there is no PostgreSQL server below ${installed}`);
  return found;
}

const idOf = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout || Number.NaN);

/** PostgreSQL refuses to run as root. */
function whoRunsIt() {
  if (userInfo().uid !== 0) return {};
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  if (Number.isNaN(uid)) throw new CannotRun('PostgreSQL refuses to run as root, and there is no user postgres');
  return { uid, gid };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @throws CannotRun */
export async function startOwnPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'serviceportal-pg-'));
  const removed = atEnd(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const bin = programs();
    const who = whoRunsIt();
    const data = join(folder, 'data');
    const environment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' };
    mkdirSync(data);
    for (const path of [folder, data]) {
      chmodSync(path, 0o700);
      if (who.uid !== undefined) chownSync(path, who.uid, who.gid);
    }
    const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
      ...who,
      env: environment,
      cwd: folder,
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new CannotRun(`initdb failed (${(made.stderr || String(made.error)).trim().split('\n').at(-1)})`);
    const port = await freePort();
    const options = ['-o', `-p ${port} -k ${folder} -c listen_addresses=''`, '-l', join(folder, 'log'), '-w', '-t', '120'];
    // Its output goes to the log: a server that inherits a pipe would keep it open for ever.
    const how = { ...who, env: environment, cwd: folder, stdio: 'ignore' };
    const control = async (...command) => {
      const [code] = await once(spawn(join(bin, 'pg_ctl'), ['-D', data, ...command], how), 'exit');
      if (code !== 0) throw new Error(`pg_ctl ${command[0]} ended with ${code}.`);
    };
    const ended = atEnd(() => spawnSync(join(bin, 'pg_ctl'), ['-D', data, 'stop', '-m', 'immediate', '-w'], how));
    await control('start', ...options);
    return {
      url: `postgres:///postgres?host=${encodeURIComponent(folder)}&port=${port}&user=postgres`,
      /** As if its machine had lost its processes: no connection is ended in order, and it recovers from its log. */
      crash: () => control('restart', '-m', 'immediate', ...options),
      stop: () => control('stop', '-m', 'fast', '-w', '-t', '120'),
      start: () => control('start', ...options),
      remove() {
        ended();
        removed();
      },
    };
  } catch (error) {
    removed();
    throw error;
  }
}
