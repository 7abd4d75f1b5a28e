import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.js';
import { loadConfig } from './config.js';
import { startCleanup } from './jobs/cleanup.js';
import { createShop } from './shop.js';
import { LiveUpdates } from './sockets/live-updates.js';

const config = loadConfig(process.env['SHOP_DATA'] ?? ownData());
const receipts = join(config.dataFolder, 'receipts');
mkdirSync(receipts, { recursive: true });

const shop = createShop(config);
const server = createServer(createApp(shop, config));
const live = new LiveUpdates(server, shop.catalogue, join(config.dataFolder, 'images'), shop.logger);
shop.controllers.admin.live = live;
shop.priceImport.schedule();
const stopCleanup = startCleanup(receipts, config.cleanupEverySeconds * 1000, shop.logger);

server.listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

/** A data folder to work in; the first start fills it with the one that comes with the shop. */
function ownData(): string {
  const folder = fileURLToPath(new URL('../../.data', import.meta.url));
  if (!existsSync(folder)) cpSync(fileURLToPath(new URL('../../data', import.meta.url)), folder, { recursive: true });
  return folder;
}

process.on('SIGTERM', () => {
  shop.priceImport.stop();
  stopCleanup();
  live.close();
  server.close(() => process.exit(0));
  server.closeAllConnections();
});

process.on('exit', () => {
  shop.products.writeSnapshot(join(config.dataFolder, 'products.snapshot.json'));
});
