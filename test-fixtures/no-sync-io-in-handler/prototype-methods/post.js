'use strict';

var http = require('http');
var Mailbox = require('./mailbox').Mailbox;

var mailbox = new Mailbox('letters');

http.createServer(function (req, res) {
  mailbox.deliver({ id: Date.now(), text: req.url });
  res.end();
});
