import assert from 'node:assert/strict';
import { hazards, type Hazard } from '#dist/core/hazards/index.js';
import { casesIn, groups, readCase } from './fixtures/cases.js';
import { run } from './fixtures/run.js';

/** Runs the engine on one file, and gives the routes to its only finding. */
function routesOf(text: string): { handlers: number; routes: string[]; messages: string[]; leads: string[] } {
  const { analysis, findings, strictFindings } = run(new Map([['server.ts', text]]));
  const [finding] = [...findings, ...strictFindings];
  assert.ok(finding);
  const routes = analysis.handlersOf(finding);
  return {
    handlers: finding.handlers,
    routes: routes.map(({ event, certainty, route }) => `${event}: ${certainty}, ${route.length}`),
    messages: routes.map(({ message }) => message),
    leads: routes.map(({ lead }) => lead),
  };
}

const HEAD = `import { readFileSync } from 'node:fs';
import { EventEmitter } from 'node:events';
const bus = new EventEmitter();
`;

describe('handlersOf', () => {
  for (const one of groups().flatMap(group => casesIn(group))) {
    it(`tells as many routes as the finding counts: ${one.id}`, () => {
      const { analysis, findings, strictFindings } = run(readCase(one));
      for (const finding of [...findings, ...strictFindings]) {
        const routes = analysis.handlersOf(finding);
        const rule: Hazard | undefined = hazards.find(({ id }) => id === finding.ruleId);
        if (!rule?.leads) {
          assert.deepEqual(routes, [], finding.key);
          continue;
        }
        // Some hold whoever runs the code.
        if (finding.handlers === 0) continue;
        assert.equal(routes.length, Math.min(200, finding.handlers), finding.key);
        assert.deepEqual(
          routes.map(({ route }) => route.length),
          routes.map(({ route }) => route.length).sort((a, b) => a - b),
        );
        for (const { route, span, file } of routes) {
          assert.deepEqual([route[0]?.file, route[0]?.span], [file, span]);
          assert.deepEqual(route.at(-1), finding.route.at(-1));
        }
        const own = JSON.stringify(finding.route);
        const told = routes.find(({ route }) => JSON.stringify(route) === own);
        assert.ok(told, `${finding.key}: its own route is among them`);
        assert.equal(told.message, finding.message);
        if (finding.certainty === 'possible') assert.ok(!routes.some(({ certainty }) => certainty === 'certain'));
        const within = analysis.functionOf(finding);
        assert.equal(within?.file, finding.file);
      }
    });
  }

  it('tells the shortest first, then by place', () => {
    const { handlers, routes } = routesOf(`${HEAD}
bus.on('far', () => middle());
bus.on('near', () => load());
bus.on('close by', () => load());
function middle() { load(); }
function load() { readFileSync('menu.json'); }
`);
    assert.equal(handlers, 3);
    assert.deepEqual(routes, ['near: certain, 3', 'close by: certain, 3', 'far: certain, 4']);
  });

  it('leaves out a handler that decides otherwise, and doubts one that may', () => {
    const { handlers, routes, messages, leads } = routesOf(`${HEAD}
bus.on('sure', () => load(true));
bus.on('never', () => load(false));
bus.on('perhaps', (now: boolean) => load(now));
function load(sync: boolean) { if (sync) readFileSync('menu.json'); }
`);
    assert.equal(handlers, 2);
    assert.deepEqual(routes, ['sure: certain, 3', 'perhaps: possible, 3']);
    assert.deepEqual(messages, [
      '`fs.readFileSync` blocks the event loop each time `sure` fires.',
      '`fs.readFileSync` blocks the event loop each time `perhaps` fires.',
    ]);
    assert.deepEqual(leads, [
      '`load` leads to `fs.readFileSync`, which blocks the event loop each time `sure` fires.',
      '`load` may lead to `fs.readFileSync`, which blocks the event loop when `perhaps` fires.',
    ]);
  });

  it('does not go through functions that are said to be fine', () => {
    const { handlers } = routesOf(`${HEAD}
bus.on('a', () => load());
bus.on('b', () => cached());
/** @nonblocking */
function cached() { load(); }
function load() { readFileSync('menu.json'); }
`);
    assert.equal(handlers, 1);
  });

  it('counts each registration of one function', () => {
    const { handlers, routes } = routesOf(`${HEAD}
bus.on('a', load);
bus.on('b', load);
function load() { readFileSync('menu.json'); }
`);
    assert.equal(handlers, 2);
    assert.deepEqual(routes, ['a: certain, 2', 'b: certain, 2']);
  });

  it('shortens what it says of long names, and calls a function without a name "This"', () => {
    const event = 'x'.repeat(60);
    const { leads } = routesOf(`${HEAD}
bus.on('${event}', () => { [1].forEach(() => { readFileSync('menu.json'); }); });
`);
    assert.deepEqual(leads, ['This leads to `fs.readFileSync`, which blocks the event loop.']);
  });

  it('tells at most 200', () => {
    const many = Array.from({ length: 250 }, (_, n) => `bus.on('event ${n}', () => load());`).join('\n');
    const { handlers, routes } = routesOf(`${HEAD}${many}\nfunction load() { readFileSync('menu.json'); }\n`);
    assert.deepEqual([handlers, routes.length], [250, 200]);
  });
});
