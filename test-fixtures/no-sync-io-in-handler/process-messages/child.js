const fs = require('fs');

process.on('message', (job) => {
  process.send(fs.readFileSync(job.file, 'utf8'));
//                ^^^^^^^^^^^^ no-sync-io-in-handler
});

process.on('unhandledRejection', (reason) => {
  fs.appendFileSync('errors.log', String(reason));
});
