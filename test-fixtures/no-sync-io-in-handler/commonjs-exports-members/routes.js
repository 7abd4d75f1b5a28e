const fs = require('fs');

exports.index = function (req, res) {
  res.end(fs.readFileSync('index.html'));
//           ^^^^^^^^^^^^ no-sync-io-in-handler
};

const about = (exports.about = (req, res) => {
  res.end(fs.readFileSync('about.html'));
//           ^^^^^^^^^^^^ no-sync-io-in-handler
});

exports.unused = function (name) {
  return fs.readFileSync(name);
};

exports.aboutAgain = about;
