// Starting portals in processes of their own, and killing them.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('mortal-portal.mjs', import.meta.url));
const running = new Set();
// Nothing that was started outlives the proof.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** @param options see mortal-portal.mjs @returns a portal that takes requests */
export async function startPortal(options) {
  const child = fork(script, [], {
    env: { ...process.env, PROOF_PORTAL: JSON.stringify(options) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  running.add(child);
  const passed = [];
  const ended = once(child, 'exit').then(([code, signal]) => {
    running.delete(child);
    return signal ?? code;
  });
  child.on('message', (message) => message.passed && passed.push(message.passed));
  const told = (test) =>
    new Promise((resolve) => {
      const hear = (message) => {
        if (!test(message)) return;
        child.off('message', hear);
        resolve(message);
      };
      child.on('message', hear);
    });
  const started = await Promise.race([told(({ ready }) => ready), ended]);
  if (!started.ready) throw new Error(`The portal did not start (${started}).`);
  let end = null;
  void ended.then((how) => (end = how));
  return {
    base: `http://127.0.0.1:${started.ready}`,
    port: started.ready,
    passed,
    ended,
    isDead: () => end !== null,
    /** Once it returns, the process knows. */
    async tell(message) {
      if (!child.connected) return;
      const heard = told((answer) => answer.heard);
      // It may die while it is told: that is seen by `ended`.
      child.send(message, () => undefined);
      await Promise.race([heard, ended]);
    },
    kill: () => (child.kill('SIGKILL'), ended),
    stop: () => (child.kill('SIGTERM'), ended),
  };
}
