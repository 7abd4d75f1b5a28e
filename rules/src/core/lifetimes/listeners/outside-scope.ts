import { FLOW } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { lastName } from '../trace.js';

/** Packages whose composables end what they register with the scope that is active when they are called. */
const SCOPED = /^(?:vue|vue-demi|@vue\/|@vueuse\/)/;
const REGISTERS = /^use(?:EventListener|[A-Z]\w*(?:Observer|Interval|IntervalFn|Timeout|TimeoutFn|RafFn))$/;

/**
 * Composables of Vue that register something and are called after an `await`: no scope is active then,
 * so nothing ends it. https://vuejs.org/api/composition-api-setup.html#usage-with-async
 */
export function calledOutsideScope(
  { program }: Solution,
  file: number,
): readonly { readonly call: number; readonly name: string }[] {
  const facts = program.facts[file]!;
  if (!facts.imports.some(({ specifier }) => SCOPED.test(specifier))) return [];
  return facts.calls.flatMap(({ callee, segment, fn, flow = 0 }, call) => {
    const name = lastName(facts, callee);
    const isAsync = facts.functions[fn]!.async === true;
    return isAsync && segment > 0 && (flow & FLOW.dropped) !== 0 && REGISTERS.test(name) ? [{ call, name }] : [];
  });
}
