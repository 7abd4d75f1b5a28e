var http = require('http');
var routes = require('./routes');

var table = { '/': routes.index };

http.createServer(function (req, res) {
  if (req.url === '/') return table['/'](req, res);
  routes.aboutAgain(req, res);
}).listen(3000);
