const fs = require('fs');

exports.seed = (knex) => knex('items').then(() => knex('items').insert(JSON.parse(fs.readFileSync('items.json', 'utf8'))));
