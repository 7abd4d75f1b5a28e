/** However often the result is called in one turn, `task` runs once, after what else came in. */
export function oncePerTurn(task: () => void): () => void {
  let isScheduled = false;
  return () => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      task();
    });
  };
}
