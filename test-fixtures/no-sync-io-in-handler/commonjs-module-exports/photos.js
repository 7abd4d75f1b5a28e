const fs = require('fs');

fs.mkdirSync('photos', { recursive: true });

module.exports = {
  list() {
    return fs.readdirSync('photos');
//            ^^^^^^^^^^^ no-sync-io-in-handler
  },
  clear() {
    fs.rmSync('photos', { recursive: true });
  },
};
