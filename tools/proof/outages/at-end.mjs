// What must not outlive the proof: undone when it is over, when it fails, and when somebody stops it.
const left = new Set();

/** Ends the process in order, so that what is left is undone. Without it, a signal ends it at once. */
const stopped = () => process.exit(130);

function undoAll() {
  for (const undo of [...left].reverse()) undo();
}

/** @param undo works without waiting, and may be called where there is nothing to undo any more @returns does it now */
export function atEnd(undo) {
  if (left.size === 0) {
    process.on('exit', undoAll);
    process.on('SIGINT', stopped);
    process.on('SIGTERM', stopped);
  }
  left.add(undo);
  return () => {
    if (!left.delete(undo)) return;
    undo();
    if (left.size > 0) return;
    process.off('exit', undoAll);
    process.off('SIGINT', stopped);
    process.off('SIGTERM', stopped);
  };
}
