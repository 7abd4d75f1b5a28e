import picomatch from 'picomatch';
import type { FileRouteRow } from '../../catalog/schema.js';
import { functionIdOf } from '../function-values.js';
import { functionsAt } from '../option-path.js';
import type { ConventionRoots } from './convention-roots.js';

/** Exports that a framework finds by the name of their file: `pages/api/**`. */
export function findFileRoutes(found: ConventionRoots): void {
  const { program, catalog } = found.evaluation;
  const dependencies = new Set(program.port.manifest.dependencies);
  for (const row of catalog.fileRoutes) {
    if (row.needs && !row.needs.some(name => dependencies.has(name))) continue;
    const matches = picomatch([...row.files], { dot: true });
    for (const [file, path] of program.paths.entries()) {
      if (!matches(path)) continue;
      if (row.directive && !program.facts[file]!.directives.includes(row.directive)) continue;
      addExports(found, file, row);
    }
  }
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
