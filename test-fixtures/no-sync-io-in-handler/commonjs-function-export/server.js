const app = require('express')();
require('./routes')(app, { folder: 'uploads' });
app.listen(3000);
