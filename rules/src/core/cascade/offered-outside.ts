import type { FunctionId } from '../link/program.js';
import type { Solution } from '../solve/solution.js';

/** Objects in objects are looked into so deep. */
const MAX_DEPTH = 3;

const known = new WeakMap<Solution, ReadonlySet<FunctionId>>();

/** Functions that packages of the project offer to whoever installs them: their callers are not in sight. */
export function offeredOutside(solution: Solution): ReadonlySet<FunctionId> {
  let found = known.get(solution);
  if (!found) known.set(solution, (found = read(solution)));
  return found;
}

function read({ program, linked }: Solution): ReadonlySet<FunctionId> {
  const { evaluator } = linked;
  const { kinds, files, indices } = evaluator.values;
  const found = new Set<FunctionId>();
  const modules = new Set<number>();
  const ofModule = (file: number): void => {
    if (modules.has(file)) return;
    modules.add(file);
    for (const { value } of program.facts[file]!.exports) ofRef(file, value, 0);
  };
  const ofRef = (file: number, ref: number, depth: number): void => {
    for (const value of evaluator.eval(file, ref)) {
      const [home, index] = [files[value]!, indices[value]!];
      if (kinds[value] === 'fn') found.add(program.id(home, index));
      else if (kinds[value] === 'module') ofModule(home);
      else if (kinds[value] === 'class' || kinds[value] === 'exact') ofClass(home, index);
      else if (kinds[value] === 'object' && depth < MAX_DEPTH)
        for (const member of Object.values(program.facts[home]!.objects[index]!.members).flat())
          ofRef(home, member, depth + 1);
    }
  };
  const ofClass = (file: number, index: number): void => {
    for (const [fn, fact] of program.facts[file]!.functions.entries())
      if (fact.class === index) found.add(program.id(file, fn));
  };
  for (const path of program.port.manifest.entries) {
    const file = program.fileIndex(path);
    if (file !== undefined) ofModule(file);
  }
  return found;
}
