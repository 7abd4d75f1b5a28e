const { readFileSync } = require('fs');
const { execSync } = require('child_process');

class VersionPlugin {
  apply(compiler) {
    compiler.hooks.done.tap('version', () => execSync('git rev-parse HEAD'));
  }
}

module.exports = {
  plugins: [new VersionPlugin()],
  devServer: { before: (app) => app.get('/mock', (req, res) => res.send(readFileSync('mock.json'))) },
};
