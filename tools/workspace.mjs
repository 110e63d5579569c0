// Installing and building the workspace, for every command in package.json. Nothing but Node's own modules is at hand here:
// on a fresh clone there are no dependencies yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pnpm = 'pnpm@10.34.9';

/** Runs a command in the repository; ends this process with its exit code if it fails. */
export function run(command, args, options = {}) {
  const { status, error, signal } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    ...options,
    env: { ...process.env, ...options.env },
  });
  if (error) throw error;
  if (status !== 0) {
    console.error(`\n${[command, ...args].join(' ')} failed (${signal ?? `exit code ${status}`}).`);
    process.exit(status ?? 1);
  }
}

/** Runs commands side by side, as many as there are processors; ends this process if one of them fails. */
export async function runTogether(commands) {
  const left = [...commands];
  const failed = [];
  const takeTurns = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [command, args] = next;
      const code = await new Promise((resolve, reject) => {
        spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
          .on('error', reject)
          .on('close', resolve);
      });
      if (code !== 0) failed.push([command, ...args].join(' '));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, takeTurns));
  for (const command of failed) console.error(`\n${command} failed.`);
  if (failed.length > 0) process.exit(1);
}

/** A command that the workspace has installed. */
export const tool = (name) => join(root, 'node_modules', '.bin', name);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old. Please install Node 20.19 or newer (24 LTS is recommended).`);
  process.exit(1);
}

/** Installs the dependencies, unless exactly these are installed already. */
export function install() {
  checkNode();
  const manifests = [
    'package.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/package.json`),
  ];
  const hash = createHash('sha256').update(process.versions.modules);
  for (const file of manifests) hash.update(readFileSync(join(root, file)));
  const wanted = hash.digest('hex');
  const stamp = join(root, 'node_modules', '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing dependencies. The first time this takes a few minutes.');
  run('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], { env: { CI: 'true' } });
  writeFileSync(stamp, wanted);
}

/** Writes what is generated from sources: templates, styles. */
export function generate() {
  run(process.execPath, ['tools/precompile-templates.mjs']);
  run(process.execPath, ['tools/build-css.mjs']);
  run(process.execPath, ['tools/build-script.mjs']);
}

/** Compiles everything and packs the services. */
export function build() {
  generate();
  run(process.execPath, ['tools/compile.mjs']);
  const packages = join(root, 'build', 'packages');
  rmSync(packages, { recursive: true, force: true });
  mkdirSync(packages, { recursive: true });
  const foldersIn = (folder) => readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const examples = foldersIn('examples').map(({ name }) => join('examples', name, 'package'));
  run(process.execPath, [
    'packages/fim-import/bin/fim.js',
    'pack',
    ...foldersIn('services').map(({ name }) => join('services', name)),
    ...examples.filter((folder) => existsSync(join(root, folder))),
    '--out',
    packages,
  ]);
}
