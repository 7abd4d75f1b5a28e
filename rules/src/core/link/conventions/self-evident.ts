import type { ConventionRoots } from './convention-roots.js';

/** Functions that say it themselves: by a tag, or by what they do with their parameters or return. */
export function findSelfEvident(found: ConventionRoots, file: number): void {
  const { program } = found.evaluation;
  for (const [fn, fact] of program.facts[file]!.functions.entries()) {
    const id = program.id(file, fn);
    const context = fact.tags?.context;
    if (context)
      found.add(id, context, fact.name || context, `tagged \`@context ${context}\`, there or by the settings`);
    if (fact.requestShape) {
      found.add(id, 'request', fact.name || 'request', 'uses its parameters as a request and a response');
    }
    if (fact.component) found.add(id, 'render', fact.name, 'a component: returns JSX');
  }
}
