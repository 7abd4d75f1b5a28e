import express from 'express';

const app = express();

app.get('/export', async (_req, res) => {
  const { exportAll } = await import('./exporter.js');
  res.send(exportAll());
});

app.get('/stamp', async (_req, res) => {
  const { readFileSync } = await import('node:fs');
  res.send(readFileSync('stamp.txt'));
//         ^^^^^^^^^^^^ no-sync-io-in-handler
});
