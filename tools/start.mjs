// Installs, builds and starts the demonstration municipality. Everything after `--` goes to `serviceportal start`.
import { spawn } from 'node:child_process';
import { build, install, root } from './workspace.mjs';

install();
build();

const portal = spawn(
  process.execPath,
  [
    'packages/server/bin/serviceportal.js',
    'start',
    '--demonstration',
    '--municipality',
    'examples/musterstadt',
    '--packages',
    'build/packages',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
// The portal stops by itself and needs a moment for it. Ctrl-C reaches it directly; what is sent to this process only is passed on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => portal.kill('SIGTERM'));
portal.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
