import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';

function* rows(): Generator<string> {
  for (const name of readdirSync('rows')) yield readFileSync(name, 'utf8');
//                   ^^^^^^^^^^^ no-sync-io-in-handler
//                                              ^^^^^^^^^^^^ no-sync-io-in-handler
}

async function* pages(): AsyncGenerator<string> {
  yield readFileSync('first.html', 'utf8');
//      ^^^^^^^^^^^^ no-sync-io-in-handler
}

function* seeds(): Generator<string> {
  yield readFileSync('seed.txt', 'utf8');
}

for (const seed of seeds()) console.log(seed);

createServer(async (_request, response) => {
  for (const row of rows()) response.write(row);
  for await (const page of pages()) response.write(page);
//                                           ^^^^^ strict/no-ignored-backpressure
  response.end();
});
