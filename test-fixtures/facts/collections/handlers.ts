import async from 'async';
import { createServer } from 'node:http';
import _, { debounce } from 'lodash';
import throttle from 'lodash/throttle';
import pLimit from 'p-limit';
import pMap from 'p-map';

const limit = pLimit(2);
const tidy = debounce(() => {});
//                    ^ fact/context: event
const settle = throttle(() => {}, 100);
//                      ^ fact/context: event
const menu = _.once(() => []);
//                  ^ fact/context: request
const queue = async.queue(async task => {});
//                        ^^^^^ fact/context: message

process.on('SIGHUP', tidy);
process.on('SIGUSR2', settle);

createServer(async () => {
//           ^^^^^ fact/context: request
  _.map([1], n => n);
//           ^ fact/context: request
  _.times(3, () => menu());
//           ^ fact/context: request
  async.each([1], (n, done) => done());
//                ^ fact/context: request
  await pMap([1], async n => n);
//                ^^^^^ fact/context: request
  await limit(async () => 1);
//            ^^^^^ fact/context: request
  queue.push(1, () => {});
//      ^^^^ no-unbounded-queue
//              ^ fact/context: request
});
