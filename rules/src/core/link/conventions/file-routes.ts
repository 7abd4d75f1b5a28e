import picomatch from 'picomatch';
import type { FileRouteRow } from '../../catalog/schema.js';
import type { ProjectManifest } from '../../port.js';
import type { Steps } from '../../steps.js';
import { functionIdOf } from '../function-values.js';
import { functionsAt } from '../option-path.js';
import type { ConventionRoots } from './convention-roots.js';

/** Exports that a framework finds by the name of their file: `pages/api/**`. */
export function* findFileRoutes(found: ConventionRoots): Steps<void> {
  for (const route of routesOf(found)) {
    for (const file of found.evaluation.program.paths.keys()) findRoute(found, file, route);
    yield;
  }
}

/** As {@link findFileRoutes}, of one file. */
export function findFileRoutesIn(found: ConventionRoots, file: number): void {
  for (const route of routesOf(found)) findRoute(found, file, route);
}

interface FileRoute {
  readonly row: FileRouteRow;
  readonly matches: (path: string) => boolean;
}

/** Rows of the frameworks that the project depends on. Making their tests takes longer than asking them. */
function routesOf({ evaluation: { program, catalog } }: ConventionRoots): readonly FileRoute[] {
  const { manifest } = program.port;
  let routes = known.get(manifest);
  if (!routes) {
    const dependencies = new Set(manifest.dependencies);
    const rows = catalog.fileRoutes.filter(({ needs }) => needs?.some(name => dependencies.has(name)) ?? true);
    routes = rows.map(row => ({ row, matches: picomatch([...row.files], { dot: true }) }));
    known.set(manifest, routes);
  }
  return routes;
}

const known = new WeakMap<ProjectManifest, readonly FileRoute[]>();

function findRoute(found: ConventionRoots, file: number, { row, matches }: FileRoute): void {
  const { program } = found.evaluation;
  if (!matches(program.paths[file]!)) return;
  if (row.directive && !program.facts[file]!.directives.includes(row.directive)) return;
  found.begin(file);
  addExports(found, file, row);
}

function addExports(found: ConventionRoots, file: number, row: FileRouteRow): void {
  const { evaluation } = found;
  const module = evaluation.values.of('module', file, 0);
  const event = evaluation.program.paths[file]!;
  for (const name of row.exports) {
    const reason = `exported as \`${name}\` from a file the framework looks for`;
    for (const value of functionsAt(evaluation, [module], name.split('.'))) {
      const fn = functionIdOf(evaluation, value);
      found.add(fn, row.context, event, reason, row.possible);
      found.give(fn, row.gives);
    }
  }
}
