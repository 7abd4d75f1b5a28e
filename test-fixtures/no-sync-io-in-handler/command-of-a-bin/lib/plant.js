const fs = require('fs');

exports.plant = function plant(seed) {
  fs.writeFileSync(`beds/${seed}`, '');
};
