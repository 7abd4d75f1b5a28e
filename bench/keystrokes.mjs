/**
 * How long an editor waits after a keystroke: an edit is told to the workspace, and the findings of the edited file are
 * asked for, provisionally. And how long the steps are in which the exact answer is computed meanwhile.
 *
 *     node bench/keystrokes.mjs                          10,000, 100,000 and 1,000,000 lines
 *     node bench/keystrokes.mjs --lines 100000 --edits 1000
 *     node bench/keystrokes.mjs --smoke                  a tiny run: that everything runs
 *
 * Wall time, on the thread that everything else runs on too: leave the machine alone meanwhile.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageUrl, WORK } from './commands.mjs';
import { generateProject } from './generate-project.mjs';

const { values } = parseArgs({
  options: { lines: { type: 'string' }, edits: { type: 'string' }, smoke: { type: 'boolean', default: false } },
});
const sizes = values.lines
  ? values.lines.split(',').map(Number)
  : values.smoke
    ? [2_000]
    : [10_000, 100_000, 1_000_000];
const edits = Number(values.edits ?? (values.smoke ? 30 : 400));
const { createAnalysis } = await import(packageUrl('eslint-plugin-loopguard/core/engine'));
const { openWorkspaceInSteps } = await import(packageUrl('eslint-plugin-loopguard/host/workspace'));

/** Choices that are the same in every run (mulberry32). */
let state = 7;
function below(limit) {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}
const pick = list => list[below(list.length)];

/** Replaces one line, picked among those that fit. */
function atLine(text, fits, change) {
  const lines = text.split('\n');
  const places = [...lines.keys()].filter(at => fits(lines[at]));
  if (places.length === 0) return text;
  const at = pick(places);
  lines.splice(at, 1, ...change(lines[at]));
  return lines.join('\n');
}
const isStatement = line => /^\s+(?:const|return|await|this|[a-z]\w*[.(]).*;$/.test(line);

/** What people do to a file while they type. */
const KINDS = {
  'add a comment': text =>
    atLine(
      text,
      () => true,
      line => ['// a remark', line],
    ),
  'add a blocking call': text =>
    `import { readFileSync as read } from 'node:fs';\n${atLine(text, isStatement, line => ["  read('notes.txt');", line])}`,
  'repeat a statement': text => atLine(text, isStatement, line => [line, line]),
  'comment a line out': text => atLine(text, isStatement, line => [`// ${line}`]),
  'remove a line': text => atLine(text, isStatement, () => []),
  'add a function': (text, n) =>
    `${text}\nexport function added${n}(value: number): number {\n  return value + ${n};\n}\n`,
  'add a handler': text => `${text}\nprocess.on('message', () => {\n  JSON.parse('{}');\n});\n`,
  'rename a function': (text, n) => {
    const names = [...text.matchAll(/(?:function|const) ([a-z]\w+)/g)].map(([, name]) => name);
    return names.length === 0 ? text : text.replaceAll(new RegExp(`\\b${pick(names)}\\b`, 'g'), `renamed${n}`);
  },
  'type half a call': text => atLine(text, isStatement, line => ['  const half = this.', line]),
};

function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
const ms = number => (number < 10 ? number.toFixed(1) : number.toFixed(0)).padStart(7);

/** Does all steps, and notes how long the longest took. */
function timed(steps) {
  const took = [];
  const start = performance.now();
  for (;;) {
    const before = performance.now();
    const { done, value } = steps.next();
    took.push(performance.now() - before);
    if (done) return { value, total: performance.now() - start, took: took.sort((a, b) => a - b) };
  }
}

function project(lines) {
  const out = join(WORK, values.smoke ? `smoke-${lines}` : `project-${lines}`);
  if (!existsSync(out)) {
    mkdirSync(WORK, { recursive: true });
    generateProject({ lines, out });
  }
  return out;
}

/** Files of every kind that a module has, some of them imported by everybody. */
function filesToEdit(port) {
  const byName = Map.groupBy?.(port.files(), path => path.slice(path.lastIndexOf('/') + 1)) ?? groups(port.files());
  return [...byName.values()].flatMap(paths => [paths[0], pick(paths)]);
}
function groups(paths) {
  const found = new Map();
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    found.set(name, [...(found.get(name) ?? []), path]);
  }
  return found;
}

console.log(
  '     lines |    open | longest |  settle |  99.9 % | longest |    edit |     p95 |     max | set p95 | ask p95 |     CPU |     p95',
);
for (const lines of sizes) {
  const root = project(lines);
  const cacheDir = join(WORK, 'cache', `keystrokes-${lines}`);
  const opened = timed(openWorkspaceInSteps({ root, cacheDir, workers: false }, createAnalysis));
  const workspace = opened.value;
  const { analysis } = workspace;
  const settled = timed(analysis.settle());
  const files = [...new Set(filesToEdit(workspace.port))];
  const texts = new Map(files.map(path => [path, readFileSync(join(root, path), 'utf8')]));
  const waits = [];
  const byKind = new Map();
  for (let edit = 0; edit < edits; edit++) {
    const path = pick(files);
    const [kind, change] = pick(Object.entries(KINDS));
    const text = change(edit % 3 === 0 ? readFileSync(join(root, path), 'utf8') : texts.get(path), edit);
    texts.set(path, text);
    const used = process.cpuUsage();
    const start = performance.now();
    workspace.setOverlay(path, text);
    const told = performance.now();
    analysis.findings({ file: path, provisional: true, suppressed: 'keep' });
    const end = performance.now();
    const { user, system } = process.cpuUsage(used);
    waits.push({ cpu: (user + system) / 1_000, total: end - start, set: told - start, ask: end - told, kind, path });
    byKind.set(kind, [...(byKind.get(kind) ?? []), end - start]);
  }
  const column = key => waits.map(wait => wait[key]).sort((a, b) => a - b);
  const total = column('total');
  console.log(
    [
      String(lines).padStart(10),
      ms(opened.total),
      ms(opened.took.at(-1)),
      ms(settled.total),
      ms(percentile(settled.took, 0.999)),
      ms(settled.took.at(-1)),
      ms(percentile(total, 0.5)),
      ms(percentile(total, 0.95)),
      ms(total.at(-1)),
      ms(percentile(column('set'), 0.95)),
      ms(percentile(column('ask'), 0.95)),
      ms(percentile(column('cpu'), 0.5)),
      ms(percentile(column('cpu'), 0.95)),
    ].join(' | '),
  );
  for (const [kind, took] of [...byKind].sort()) {
    took.sort((a, b) => a - b);
    console.log(`             ${kind.padEnd(22)} p50 ${ms(percentile(took, 0.5))}  p95 ${ms(percentile(took, 0.95))}`);
  }
  for (const { total: wait, kind, path } of waits.sort((a, b) => b.total - a.total).slice(0, 5))
    console.log(`             slowest: ${ms(wait)} ${kind}, ${path}`);
}
