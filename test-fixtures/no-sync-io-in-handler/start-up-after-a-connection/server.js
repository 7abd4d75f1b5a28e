const express = require('express');
const fs = require('fs');
const mongoose = require('mongoose');

const app = express();

function ensure(folder) {
  if (!fs.existsSync(folder)) fs.mkdirSync(folder);
}

fs.readdirSync(__dirname + '/routes').forEach((file) => {
  require('./routes/' + file)(app);
});

mongoose.connect('mongodb://localhost/shop').then(() => {
  ensure('uploads');
  app.listen(3000, () => ensure('logs'));
});

mongoose.connection.once('open', () => ensure('open'));

setTimeout(() => ensure('late'), 5000);
new Promise((resolve) => setTimeout(resolve, 1000)).then(() => ensure('later'));
