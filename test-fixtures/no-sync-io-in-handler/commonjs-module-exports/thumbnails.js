const { readFileSync } = require('node:fs');

const placeholder = readFileSync('placeholder.png');

function thumbnail(id) {
  return id ? readFileSync(`thumbs/${id}.png`) : placeholder;
//            ^^^^^^^^^^^^ no-sync-io-in-handler
}

module.exports.thumbnail = thumbnail;
