import { FakeProject } from './fake-project.js';

export const ROUTES = `import { load } from './store.js';

app.get('/tea', (req, res) => {
  res.json(load(req.query.id));
});
`;
export const STORE = `import { readFileSync, statSync } from 'node:fs';

export function load(id) {
  const stat = statSync('teas.json'); const text = readFileSync('teas.json');
  return pick(text, id, stat);
}
`;

/** A route that reaches two blocking calls on one line of another file, one of them with a fix. */
export function shopProject(): FakeProject {
  const route = [
    ['src/routes.ts', '(req, res)', 'handles `GET /tea`'],
    ['src/routes.ts', 'load(req', 'calls `load`'],
  ] as const;
  return new FakeProject(
    { 'src/routes.ts': ROUTES, 'src/store.ts': STORE, 'src/jobs.ts': 'tick(); spin(); drain();\n' },
    [
      {
        file: 'src/jobs.ts',
        on: 'spin',
        certainty: 'possible',
        message: '`spin` may block the event loop.',
      },
      { file: 'src/jobs.ts', on: 'drain', rule: 'no-leak' },
      {
        file: 'src/store.ts',
        on: "statSync('",
        message: '`fs.statSync` blocks the event loop each time `GET /tea` is requested.',
        routeText: 'it is reached through `load`.',
        route: [...route, ['src/store.ts', "statSync('", 'calls `fs.statSync`']],
        handlers: 3,
      },
      {
        file: 'src/store.ts',
        on: "readFileSync('",
        message: '`fs.readFileSync` blocks the event loop each time `GET /tea` is requested.',
        routeText: 'it is reached through `load`.',
        route: [...route.slice(0, 1), ['src/store.ts', "readFileSync('", 'calls `fs.readFileSync`']],
        fixes: [['review', 'Replace with `await readFile(…)`', "await readFile('"]],
      },
    ],
  );
}
