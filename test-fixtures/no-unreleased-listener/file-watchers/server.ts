import { watch } from 'node:fs';
import { createServer } from 'node:http';
import chokidar from 'chokidar';

createServer((request, response) => {
  watch('menu.json', () => response.write('menu'));
//^^^^^ no-unreleased-listener
  chokidar.watch('prices').on('change', () => response.write('prices'));
//         ^^^^^ no-unreleased-listener

  const watcher = watch('stock.json', () => response.write('stock'));
  request.on('close', () => watcher.close());
});

watch('config.json', () => console.log('config'));
