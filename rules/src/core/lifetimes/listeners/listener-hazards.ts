import type { ListenerHazard, Site } from '../../hazards/pass.js';
import type { FunctionId } from '../../link/program.js';
import type { HandlerContext } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { refName } from '../place-names.js';
import { endsByItself } from '../ends-by-itself.js';
import { droppedDisposers } from './dropped-disposers.js';
import { listenersIn, type Listener } from './listener.js';
import { forgottenFields, leftAtEnd } from './left-at-end.js';
import { mismatches } from './mismatched.js';
import { calledOutsideScope } from './outside-scope.js';
import { pilesUp } from './piling-up.js';
import { staysWhenTimerWins } from './removed-by-itself.js';

/** Something wrong with a listener, at the call of a file. */
export interface FoundListenerHazard extends Omit<ListenerHazard, keyof Site> {
  readonly fn: FunctionId;
  readonly call: number;
}

/** Everything wrong with the listeners of a file, in the order of the calls. */
export function listenerHazardsIn(
  solution: Solution,
  file: number,
  contexts: readonly HandlerContext[],
): readonly FoundListenerHazard[] {
  const { program } = solution;
  const listeners = listenersIn(solution, file);
  const at = (call: number): Pick<FoundListenerHazard, 'fn' | 'call'> => ({
    call,
    fn: program.id(file, program.call(file, call).fn),
  });
  const mismatched = mismatches(solution, file, listeners);
  // What is told of a removal is not told again of the registration.
  const told = new Set(mismatched.flatMap(({ of }) => of));
  const found: FoundListenerHazard[] = listeners
    .filter(({ call }) => !told.has(call))
    .flatMap(listener => hazardOf(solution, listener, contexts) ?? []);
  for (const { call, kind, removed, added } of mismatched)
    found.push({ ...NOTHING, ...at(call), hazard: kind, api: removed, event: added });
  for (const { call, name, kind } of droppedDisposers(solution, file))
    found.push({ ...NOTHING, ...at(call), hazard: kind, api: name });
  for (const { call, field, sibling, ending } of forgottenFields(solution, file))
    found.push({ ...NOTHING, ...at(call), hazard: 'forgotten', api: ending, event: sibling, holder: field });
  for (const { call, name } of calledOutsideScope(solution, file))
    found.push({ ...NOTHING, ...at(call), hazard: 'outsideScope', api: name });
  return found.filter(({ fn }) => !endsByItself(solution, fn)).sort((a, b) => a.call - b.call);
}

const NOTHING = { api: '', event: '', holder: '', by: '', fires: '' } as const;

function hazardOf(
  solution: Solution,
  listener: Listener,
  contexts: readonly HandlerContext[],
): FoundListenerHazard | undefined {
  const { fn, call, file, api, event = '', holder, row } = listener;
  const facts = solution.program.facts[file]!;
  const name = holder === undefined ? globalName(api) : refName(facts, holder);
  const base = { ...NOTHING, fn, call, api, event: event === '' ? row.kind : event, holder: name };
  const again = pilesUp(solution, listener, contexts);
  if (again) return { ...base, hazard: 'pilesUp', by: again.event, fires: again.kind };
  if (staysWhenTimerWins(solution, listener)) return { ...base, hazard: 'whenTimerWins' };
  const ending = leftAtEnd(solution, listener);
  return ending && { ...base, hazard: 'leftAtEnd', by: ending.name };
}

/** What stands for the whole process or page. */
function globalName(api: string): string {
  return api.startsWith('node:') ? 'process' : 'window';
}
