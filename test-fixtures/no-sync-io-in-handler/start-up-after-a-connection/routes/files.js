const fs = require('fs');

const template = fs.readFileSync('files.html', 'utf8');

module.exports = (app) => {
  const style = fs.readFileSync('files.css', 'utf8');
  app.get('/files', (req, res) => {
    res.send(template + style);
  });
  app.delete('/files/:name', (req, res) => {
    fs.unlinkSync(req.params.name);
//     ^^^^^^^^^^ no-sync-io-in-handler
    res.end();
  });
};
