const app = require('express')();

require('./mounted')(app);
app.get('/', function home(request, response) {
//                    ^^^^ fact/context: request
  response.end();
});
