/**
 * How long an editor waits, over LSP: from a keystroke to the findings of the file, and from opening a project to its
 * first findings.
 *
 *     node bench/language-server.mjs                      10, 100 and 1,000 kLOC, 400 edits each; stores the result
 *     node bench/language-server.mjs --lines 10000        one size; --edits 300
 *     node bench/language-server.mjs --smoke              small, nothing stored
 *
 * A keystroke is a `didChange` and the pull that editors send with it; it takes until the answer is read. The next one
 * is typed at once, or after a pause with `--pause <ms>`: the exact answer is worked out meanwhile.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { WORK } from './commands.mjs';
import { generateProject } from './generate-project.mjs';
import { Editor } from './lsp/editor.mjs';
import { edits } from './lsp/edits.mjs';
import { saveResult } from './results.mjs';

const SERVER = fileURLToPath(new URL('../server/dist/main.js', import.meta.url));
/** Files that are typed in, in turn; they stand in every generated project. */
const FILES = ['src/areas/area1/active-account/service.ts', 'src/areas/area1/active-account/repository.ts'];

const { values } = parseArgs({
  options: {
    lines: { type: 'string' },
    edits: { type: 'string' },
    pause: { type: 'string', default: '0' },
    server: { type: 'string' },
    smoke: { type: 'boolean', default: false },
  },
});
const sizes = values.lines?.split(',').map(Number) ?? (values.smoke ? [2_000] : [10_000, 100_000, 1_000_000]);
const count = Number(values.edits ?? (values.smoke ? 20 : 400));
const server = values.server ?? SERVER;

const rows = [];
for (const lines of sizes) {
  const folder = join(WORK, `lsp-${lines}`);
  if (!existsSync(folder)) generateProject({ lines, out: folder });
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  const cold = await session(folder, 0);
  const warm = await session(folder, count);
  const row = { lines, cold: cold.first, warm: warm.first, ...warm };
  rows.push(row);
  console.log(
    `${lines} lines: first findings ${ms(cold.first)} cold, ${ms(warm.first)} warm; ${count} edits: ` +
      `p50 ${ms(warm.p50)}, p95 ${ms(warm.p95)}, longest ${ms(warm.longest)}; ` +
      `memory ${Math.round(warm.rss)} MB, peak ${Math.round(warm.peak)} MB; idle CPU ${(warm.idle * 100).toFixed(1)} %`,
  );
}
if (!values.smoke && values.lines === undefined) saveResult('language-server', { edits: count, rows });

/** One editor from start to end. */
async function session(folder, times) {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  const editor = new Editor(folder, { server, execArgv: ['--max-old-space-size=3072'] });
  const opened = performance.now();
  await editor.start(FILES[0]);
  const first = performance.now() - opened;
  if (times === 0) {
    await editor.stop();
    return { first };
  }
  const kinds = new Map();
  const all = [];
  for (const file of FILES) {
    if (file !== FILES[0]) await editor.open(file);
    for (const { kind, changes } of edits(readFileSync(join(folder, file), 'utf8'), times / FILES.length)) {
      const typed = performance.now();
      await editor.change(file, changes);
      await editor.pull(file);
      const waited = performance.now() - typed;
      all.push(waited);
      kinds.set(kind, [...(kinds.get(kind) ?? []), waited]);
      if (Number(values.pause) > 0) await pause(Number(values.pause));
    }
  }
  // The exact answer after the last edit is part of the work.
  await editor.request('loopguard/checkWorkspace', {}).catch(() => undefined);
  await pause(values.smoke ? 0 : 2_000);
  const before = editor.cost();
  const from = performance.now();
  await pause(values.smoke ? 100 : 10_000);
  const after = editor.cost();
  const idle = (after.cpu - before.cpu) / ((performance.now() - from) / 1000);
  await editor.stop();
  return {
    first,
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
    longest: Math.max(...all),
    kinds: Object.fromEntries(
      [...kinds].map(([kind, times]) => [
        kind,
        { p50: percentile(times, 0.5), p95: percentile(times, 0.95), n: times.length },
      ]),
    ),
    rss: after.rss,
    peak: after.peak,
    idle,
  };
}

function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

function ms(time) {
  return time >= 1000 ? `${(time / 1000).toFixed(1)} s` : `${time.toFixed(1)} ms`;
}

function pause(time) {
  return new Promise(resolve => setTimeout(resolve, time));
}
