import { createServer } from 'node:http';
import { hasty, pool } from './db.js';

createServer(async (request, response) => {
  const { rows } = await pool.query('select 1');
  const { rows: more } = await hasty.query('select 1');
  response.end(JSON.stringify([rows, more]));
});
