#!/usr/bin/env node
// `fim … | head` closes the pipe: no mistake.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
await import('../dist/cli.js');
