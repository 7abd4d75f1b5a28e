import { unlinkSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  unlinkSync('server.pid');
});

process.once('SIGTERM', () => {
  writeFileSync('state.json', '{}');
  process.exit(0);
});

process.on('uncaughtException', (error) => {
  writeFileSync('crash.log', String(error.stack));
  process.exit(1);
});

process.on('SIGHUP', () => {
  writeFileSync('reload.log', 'again\n');
//^^^^^^^^^^^^^ no-sync-io-in-handler
});
