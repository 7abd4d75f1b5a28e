import test from 'node:test';
import ava from 'ava';
import tape from 'tape';

test('rice', async t => {
//           ^^^^^ fact/context: test
  await t.test('cooks', () => {});
//                      ^ fact/context: test
});
ava('rice', t => t.pass());
//          ^ fact/context: test
tape('rice', t => t.end());
//           ^ fact/context: test
