import { debounce, once } from 'lodash';
import { appendFileSync, readFileSync, watch } from 'node:fs';

const save = debounce(() => appendFileSync('saves.log', '.'), 100);
//                          ^^^^^^^^^^^^^^ no-sync-io-in-handler
const setUp = once(() => readFileSync('set-up.txt'));
//                       ^^^^^^^^^^^^ strict/no-sync-io-in-handler

watch('notes.txt', () => {
  setUp();
  save();
});
