const fs = require('fs');

exports.up = async (knex) => {
  await knex.raw(fs.readFileSync('orders.sql', 'utf8'));
};
