import { createServer } from 'node:http';
import bent from 'bent';
import got from 'got';
import { execa } from 'execa';
import request from 'request';
import superagent from 'superagent';

const hasty = got.extend({ timeout: { request: 5000 } });
const getJson = bent('json');

createServer(async (_request, response) => {
  await got('http://warehouse');
//      ^^^ no-unbounded-wait
  await got.get('http://warehouse', { timeout: { request: 5000 } });
  await hasty.get('http://warehouse');
  await getJson('http://warehouse');
  await execa('uptime');
//      ^^^^^ no-unbounded-wait
  await execa('uptime', [], { timeout: 5000 });
  request('http://warehouse', (error, answer) => response.write(error ? '' : answer.body));
//^^^^^^^ no-unbounded-wait
  request({ url: 'http://warehouse', timeout: 5000 }, (error, answer) => response.write(error ? '' : answer.body));
  await superagent.get('http://warehouse').timeout(5000);
  response.end();
});
