const { statSync, mkdirSync } = require('fs');

module.exports = function register(app, options) {
  mkdirSync(options.folder, { recursive: true });
  app.get('/size/:name', (req, res) => {
    res.json(statSync(`${options.folder}/${req.params.name}`).size);
//           ^^^^^^^^ no-sync-io-in-handler
  });
};
