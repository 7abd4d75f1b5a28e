const express = require('express');

module.exports = function mount(app) {
//                        ^^^^^ fact/context: startup
  const router = express.Router();
  router.all('*', (request, response) => response.end());
//                ^ fact/context: request
  app.use(router);
};
