import assert from 'node:assert/strict';
import type { EventLoop, EventLoopFinding, EventLoopHandler } from 'loopguard-language-server/protocol';
import { type EventLoopNode, eventLoopNodes } from '#dist/event-loop-nodes.js';

const at = (file: string, line: number): EventLoopHandler['location'] => ({
  uri: `file:///shop/${file}`,
  range: { start: { line, character: 2 }, end: { line, character: 9 } },
});

const finding = (line: number): EventLoopFinding => ({
  ruleId: 'no-sync-io-in-handler',
  message: '`fs.readFileSync` blocks the event loop each time `GET /` fires.',
  location: at('price list.ts', line),
  route: [
    { message: '`GET /` calls `load`', location: at('server.ts', 4) },
    { message: '`load` calls `fs.readFileSync`', location: at('price list.ts', line) },
  ],
});

const shop = (line: number): EventLoop => ({
  contexts: [
    {
      context: 'request',
      handlers: [
        { name: 'list', event: 'GET /', location: at('server.ts', line), findings: [finding(line), finding(line + 5)] },
      ],
    },
    { context: 'timer', handlers: [] },
  ],
});

const flat = (nodes: readonly EventLoopNode[]): EventLoopNode[] =>
  nodes.flatMap(node => [node, ...flat(node.children)]);

describe('tree of the event loop', () => {
  it('leads from contexts over handlers and findings to the steps', () => {
    assert.deepEqual(
      flat(eventLoopNodes(shop(3))).map(({ kind, label, description }) => `${kind} | ${label} | ${description}`),
      [
        'context | request | 1 handler, 2 findings',
        'handler | GET / | list · 2 findings',
        'finding | fs.readFileSync | price list.ts:4',
        'step | GET / calls load | server.ts:5',
        'step | load calls fs.readFileSync | price list.ts:4',
        'finding | fs.readFileSync | price list.ts:9',
        'step | GET / calls load | server.ts:5',
        'step | load calls fs.readFileSync | price list.ts:9',
      ],
    );
  });

  it('says nothing of a name where a handler has none', () => {
    const [context] = shop(3).contexts;
    assert.ok(context?.handlers[0]);
    const handlers = [{ ...context.handlers[0], name: '' }];
    const [node] = eventLoopNodes({ contexts: [{ context: 'request', handlers }] });
    assert.equal(node?.children[0]?.description, '2 findings');
    assert.match(node.children[0].tooltip, /^A function, called for GET \//);
  });

  it('leaves out contexts without handlers', () => {
    assert.deepEqual(eventLoopNodes({ contexts: [{ context: 'timer', handlers: [] }] }), []);
  });

  it('keeps ids when lines move, and gives none twice', () => {
    const ids = (line: number): string[] => flat(eventLoopNodes(shop(line))).map(({ id }) => id);
    assert.deepEqual(ids(3), ids(40));
    assert.equal(new Set(ids(3)).size, ids(3).length);
  });

  it('says everything a person may want to click on', () => {
    for (const node of flat(eventLoopNodes(shop(3)))) {
      assert.ok(node.tooltip && node.icon);
      assert.equal(node.location === undefined, node.kind === 'context');
      assert.equal(node.ruleId === undefined, node.kind !== 'finding');
    }
  });
});
