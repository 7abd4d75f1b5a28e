/**
 * What the language server costs while a build rewrites its output and nobody types, and while somebody does.
 *
 *     node bench/soak.mjs                     100 kLOC, 2 minutes of each; stores the result
 *     node bench/soak.mjs --lines 1000000 --minutes 5
 *     node bench/soak.mjs --smoke             seconds, nothing stored
 *
 * Four phases: rest; a build folder of 400 files rewritten again and again, each change told by the client's watcher;
 * typing; rest. It ends by itself, and uses no network.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { WORK } from './commands.mjs';
import { generateProject } from './generate-project.mjs';
import { Editor } from './lsp/editor.mjs';
import { edits } from './lsp/edits.mjs';
import { saveResult } from './results.mjs';

const SERVER = fileURLToPath(new URL('../server/dist/main.js', import.meta.url));
const FILE = 'src/areas/area1/active-account/service.ts';
const BUILT = 400;

const { values } = parseArgs({
  options: {
    lines: { type: 'string' },
    minutes: { type: 'string', default: '2' },
    smoke: { type: 'boolean', default: false },
  },
});
const lines = Number(values.lines ?? (values.smoke ? 2_000 : 100_000));
const length = values.smoke ? 500 : Number(values.minutes) * 60_000;

const folder = join(WORK, `lsp-${lines}`);
if (!existsSync(folder)) generateProject({ lines, out: folder });
const editor = new Editor(folder, { server: SERVER, execArgv: ['--max-old-space-size=3072'] });
await editor.start(FILE);
await editor.request('loopguard/checkWorkspace', {});

const phases = [
  await phase('rest', async until => pause(until - performance.now())),
  await phase('a build folder is rewritten', async until => {
    let changes = 0;
    for (let round = 0; performance.now() < until; round++) {
      const files = Array.from({ length: 40 }, (_, i) => `dist/part${(round * 40 + i) % BUILT}.js`);
      for (const file of files) write(file, `export const round = ${round};\n`);
      await editor.watched(files.map(file => ({ uri: editor.uri(file), type: round < BUILT / 40 ? 1 : 2 })));
      changes += files.length;
      await pause(100);
    }
    return { changes };
  }),
  await phase('typing', async until => {
    let typed = 0;
    for (const { changes } of edits(readFileSync(join(folder, FILE), 'utf8'), Number.POSITIVE_INFINITY)) {
      if (performance.now() >= until) break;
      await editor.change(FILE, changes);
      await editor.pull(FILE);
      typed++;
      // 400 characters a minute.
      await pause(values.smoke ? 10 : 150);
    }
    return { typed };
  }),
  await phase('rest again', async until => pause(until - performance.now())),
];
const { peak } = editor.cost();
await editor.stop();
rmSync(join(folder, 'dist'), { recursive: true, force: true });
console.log(`peak memory ${Math.round(peak)} MB`);
if (!values.smoke) saveResult('soak', { lines, minutes: Number(values.minutes), peak, phases });

/** Runs `work` for a while and says what the server did meanwhile. */
async function phase(name, work) {
  // What the phase before left to do is not this one's.
  await pause(values.smoke ? 0 : 15_000);
  const before = editor.cost();
  const from = performance.now();
  const counted = (await work(from + length)) ?? {};
  const after = editor.cost();
  const cpu = (after.cpu - before.cpu) / ((performance.now() - from) / 1000);
  console.log(`${name}: ${(cpu * 100).toFixed(2)} % CPU, ${Math.round(after.rss)} MB ${JSON.stringify(counted)}`);
  return { name, cpu, rss: after.rss, ...counted };
}

function write(file, text) {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function pause(time) {
  return new Promise(resolve => setTimeout(resolve, Math.max(0, time)));
}
