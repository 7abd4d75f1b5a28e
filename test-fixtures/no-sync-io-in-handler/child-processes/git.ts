import { exec, execFileSync, execSync, spawn, spawnSync } from 'node:child_process';
import express from 'express';

const version = execSync('git --version').toString();
const app = express();

app.get('/log', (req, res) => {
  execSync('git fetch');
//^^^^^^^^ no-sync-io-in-handler
  spawnSync('git', ['gc']);
//^^^^^^^^^ no-sync-io-in-handler
  res.send(version + execFileSync('git', ['log', String(req.query['branch'])]).toString());
//                   ^^^^^^^^^^^^ no-sync-io-in-handler
});

app.get('/status', (_req, res) => {
  exec('git status', (_error, stdout) => res.send(stdout));
//^^^^ no-unbounded-wait
  spawn('git', ['gc']);
});
