const fs = require('fs');
const host = require('some-host');

host.register({
  name: 'notes',
  load: () => fs.readFileSync('notes.txt'),
});

host.configure((settings) => {
  settings.text = fs.readFileSync('settings.txt');
});

module.exports = class Notes {
  open() {
    return fs.readFileSync('notes.txt');
  }
};
