declare function read(path: string): Promise<string>;
declare function write(path: string, text: string): Promise<void>;

let isBusy = false;

setInterval(async () => {
// <- no-timer-reset-misuse: `setInterval` runs its async callback again while the run before may still wait.
  const stock = await read('stock');
  await write('copy', stock);
}, 1000);

setInterval(async () => {
  if (isBusy) return;
  isBusy = true;
  try {
    const stock = await read('stock');
    await write('copy', stock);
  } finally {
    isBusy = false;
  }
}, 1000);

setInterval(async () => {
  const stock = await read('stock');
  await write('copy', stock);
}, 24 * 60 * 60 * 1000);

async function loop(): Promise<void> {
  const stock = await read('stock');
  await write('copy', stock);
  setTimeout(() => void loop(), 1000);
}

void loop();
