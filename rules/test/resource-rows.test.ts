import assert from 'node:assert/strict';
import { expandPath } from '#dist/core/catalog/expand.js';
import { libraries } from '#dist/core/catalog/index.js';
import type { ReleaseRow, ResourceRow } from '#dist/core/catalog/schema.js';
import { callOf } from './fixtures/access-path-code.js';
import { run } from './fixtures/run.js';

const rows = libraries.flatMap(({ resources = [] }) =>
  resources.flatMap(row => expandPath(row.api).map(api => ({ ...row, api }))),
);
const RULE = { timer: 'no-timer-reset-misuse', interval: 'no-timer-reset-misuse' } as Readonly<Record<string, string>>;

/** Lines of a text that a rule reports. */
function linesOf(text: string, id: string): number[] {
  const { findings } = run(new Map([['server.js', text]]));
  return findings.filter(({ ruleId }) => ruleId === id).map(({ span }) => text.slice(0, span[0]).split('\n').length);
}

/** Arguments of a call: the event, the listener, an option. */
function argumentsOf({ event, listener, heldBy, when, released }: ResourceRow, end: string): string {
  const args: string[] = [];
  if (typeof heldBy === 'object') args[heldBy.arg] = 'held';
  if (typeof event === 'object') args[event.arg] = "'x'";
  if (listener !== undefined) args[listener] = 'listener';
  if (when && 'has' in when && when.equals) args[when.arg] = `{ ${when.has}: ${JSON.stringify(when.equals[0])} }`;
  const signal = released.find(row => row.by === 'signal');
  if (end === 'signal' && signal?.by === 'signal') args[signal.arg] = `{ ${signal.option}: ending }`;
  return Array.from({ length: args.length }, (_, at) => args[at] ?? "'a'").join(', ');
}

/** What takes back what a call gave, or what it was called on. */
function releaseOf(row: ReleaseRow, call: string): string {
  const receiver = call.slice(0, Math.max(0, call.lastIndexOf('.', call.indexOf('('))));
  if (row.by === 'handle') return `${row.functions[0]!}(made);`;
  if (row.by === 'method')
    return row.methods[0]!.startsWith('@@') ? 'made[Symbol.dispose]();' : `made.${row.methods[0]!}();`;
  if (row.by === 'call') return 'made();';
  if (row.by === 'pair') return `${receiver === '' ? '' : `${receiver}.`}${row.methods[0]!}('x', listener);`;
  return row.by === 'all' ? `${receiver}.${row.methods[0]!}();` : '';
}

function handlerOf(row: ResourceRow & { readonly api: string }, release: ReleaseRow | undefined) {
  const { setUp, call } = callOf(row.api);
  const written = `${call.slice(0, call.indexOf('('))}(${argumentsOf(row, release?.by ?? '')})`;
  const before = [
    ...setUp,
    'const held = new AbortController().signal;',
    "require('express')().get('/', (request, response) => {",
    '  const listener = () => response.end();',
  ];
  const after = release ? [`  request.on('close', () => { ${releaseOf(release, written)} });`] : [];
  return { text: [...before, `  const made = ${written};`, ...after, '});', ''].join('\n'), line: before.length + 1 };
}

describe('what is held until it is released', () => {
  for (const row of rows) {
    const title = `${row.api}${row.once ? ', once,' : ''}`;
    // A timeout ends by itself; that it is left armed takes more than a call.
    const isReported = row.once !== true && row.kind !== 'timer';
    it(`${title} is ${isReported ? '' : 'not '}reported in a handler, and not where it is released`, () => {
      const id = RULE[row.kind] ?? 'no-unreleased-listener';
      const kept = handlerOf(row, undefined);
      assert.deepEqual(linesOf(kept.text, id), isReported ? [kept.line] : [], kept.text);
      for (const release of row.released) {
        const { text } = handlerOf(row, release);
        assert.deepEqual(linesOf(text, id), [], text);
      }
    });
  }
});
