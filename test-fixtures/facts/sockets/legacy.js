const WebSocket = require('ws');

const wss = new WebSocket.Server({ port: 8080 });
wss.on('connection', function connected(ws) {
//                            ^^^^^^^^^ fact/context: request
  ws.on('message', function received() {});
//                          ^^^^^^^^ fact/context: message
});
