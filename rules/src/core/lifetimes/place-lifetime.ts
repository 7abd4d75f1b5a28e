import type { Program } from '../link/program.js';
import type { RefId } from '../model.js';
import type { Lifetime } from './lifetime.js';
import { refKey } from './ref-keys.js';

/**
 * How long what a variable or field of a file holds lives, where that is something made there.
 * @param key - as `refKey` gives it
 * @param isMade - whether a value that is put there counts
 * @returns undefined for any other place
 */
export function placeLifetime(
  program: Program,
  file: number,
  key: string,
  isMade: (ref: RefId) => boolean,
): Lifetime | undefined {
  const facts = program.facts[file]!;
  const variable = /^var (\d+)$/.exec(key)?.[1];
  if (variable !== undefined) {
    const { values, fn } = facts.variables[Number(variable)]!;
    if (!values.some(isMade)) return undefined;
    return fn === 0 ? { of: 'process' } : { of: 'run', fn: program.id(file, fn) };
  }
  const [, index, name = ''] = /^this (\d+)\.([\w$#@]+)$/.exec(key) ?? [];
  if (index === undefined) return undefined;
  const { members } = facts.classes[Number(index)]!;
  const held = [
    ...(Object.hasOwn(members, name) ? members[name]! : []),
    ...facts.stores
      .filter(store => store.name === name && refKey(facts, store.target) === `this ${index}`)
      .map(({ value }) => value),
  ];
  return held.some(isMade) ? { of: 'instance', class: { file, index: Number(index) } } : undefined;
}
