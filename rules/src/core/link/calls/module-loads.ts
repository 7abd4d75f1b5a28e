import type { Linking } from './linking.js';

/** Loading a module runs its body; lazily, that happens once. */
export function linkLoads({ program, edges }: Linking, file: number): void {
  for (const [load, fact] of program.facts[file]!.imports.entries()) {
    if (fact.kind === 'type') continue;
    const target = program.target(file, load);
    if (target < 0 || target === file) continue;
    const once = fact.fn !== 0 ? { once: true as const } : undefined;
    const from = program.id(file, fact.fn);
    edges.push({ from, to: program.id(target, 0), kind: 'load', tier: 'A', call: -1, load, ...once });
  }
}
