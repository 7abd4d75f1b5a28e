import { mkdirSync, readFileSync } from 'node:fs';
import express, { type Express } from 'express';

const settings = JSON.parse(readFileSync('settings.json', 'utf8')) as { port: number };

async function main(): Promise<void> {
  const app = express();
  await prepare();
  routes(app);
  app.listen(settings.port, () => readFileSync('motd.txt'));
}

async function prepare(): Promise<void> {
  mkdirSync('data', { recursive: true });
  await Promise.resolve();
  mkdirSync('data/cache', { recursive: true });
}

function routes(app: Express): void {
  const page = readFileSync('page.html', 'utf8');
  app.get('/', (_req, res) => {
    res.send(page);
  });
}

main().catch((error: unknown) => {
  console.error(error, readFileSync('help.txt', 'utf8'));
});
