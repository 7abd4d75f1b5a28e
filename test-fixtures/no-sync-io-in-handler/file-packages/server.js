const fse = require('fs-extra');
const gracefulFs = require('graceful-fs');
const spawn = require('cross-spawn');
const shell = require('shelljs');
const request = require('sync-request');
const app = require('express')();

fse.ensureDirSync('data');

app.post('/clean', (req, res) => {
  fse.emptyDirSync('data');
//    ^^^^^^^^^^^^ no-sync-io-in-handler
  gracefulFs.unlinkSync('data.old');
//           ^^^^^^^^^^ no-sync-io-in-handler
  spawn.sync('git', ['gc']);
//      ^^^^ no-sync-io-in-handler
  shell.rm('-rf', 'data');
//      ^^ no-sync-io-in-handler
  request('GET', 'http://localhost/cleaned');
//^^^^^^^ no-sync-io-in-handler
  fse.emptyDir('data').then(() => res.end());
});
