'use strict';

var fs = require('fs');

function Mailbox(folder) {
  this.folder = folder;
  fs.mkdirSync(folder, { recursive: true });
}

Mailbox.prototype.deliver = function (letter) {
  this._write(letter.id, letter.text);
};

Mailbox.prototype._write = function (name, text) {
  fs.writeFileSync(this.folder + '/' + name, text);
//   ^^^^^^^^^^^^^ no-sync-io-in-handler
};

Mailbox.open = function (folder) {
  return new Mailbox(folder);
};

exports.Mailbox = Mailbox;
