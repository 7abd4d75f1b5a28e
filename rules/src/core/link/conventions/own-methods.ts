import type { FunctionId, Program } from '../program.js';

/** Methods of that name written in a class itself. */
export function ownMethods(program: Program, file: number, index: number, name: string): FunctionId[] {
  const facts = program.facts[file]!;
  const { members } = facts.classes[index]!;
  if (!Object.hasOwn(members, name)) return [];
  return members[name]!.flatMap(ref => {
    const [kind, fn] = facts.refs[ref]!;
    return kind === 'fn' ? [program.id(file, fn as number)] : [];
  });
}
