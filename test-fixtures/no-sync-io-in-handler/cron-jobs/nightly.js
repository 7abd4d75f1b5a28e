const cron = require('node-cron');
const fs = require('fs');

cron.schedule('0 3 * * *', () => {
  fs.rmSync('old', { recursive: true });
//   ^^^^^^ no-sync-io-in-handler
});
fs.mkdirSync('old', { recursive: true });
