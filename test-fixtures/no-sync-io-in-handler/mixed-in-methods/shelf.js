const fs = require('fs');
const { EventEmitter } = require('events');
const util = require('util');

function Shelf() {
  EventEmitter.call(this);
  this.on('put', this.store);
}
util.inherits(Shelf, EventEmitter);

Object.assign(Shelf.prototype, {
  store(name) {
    fs.writeFileSync(name, '');
//     ^^^^^^^^^^^^^ no-sync-io-in-handler
  },
  unused(name) {
    fs.writeFileSync(name, '');
  },
});

module.exports = new Shelf();
