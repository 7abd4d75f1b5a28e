import type { Solution } from '../solve/solution.js';
import { calledApi } from '../lifetimes/call-targets.js';
import { trace, type Doing } from '../lifetimes/trace.js';

const REQUESTS = new Set(['node:http.request', 'node:http.get', 'node:https.request', 'node:https.get']);
/** What takes a request and does not look after it. */
const PIPES = new Set(['pipe', 'pump', 'pipeline', 'log', 'debug']);

/**
 * Requests of `node:http` that are given a `timeout` and have nobody listening to the `timeout` event:
 * the option alone ends nothing. https://nodejs.org/api/http.html#httprequesturl-options-callback
 */
export function unheardTimeouts(
  solution: Solution,
  file: number,
): readonly { readonly call: number; readonly api: string }[] {
  const { program, linked } = solution;
  return [...program.facts[file]!.calls.keys()].flatMap(call => {
    const api = calledApi(linked.files[file]!, call);
    if (api === undefined || !REQUESTS.has(api) || !hasTimeout(solution, file, call)) return [];
    const { doings, escapes, returnedBy } = trace(solution, file, `call ${call}`);
    const isElsewhere =
      escapes || returnedBy.length > 0 || doings.some(({ kind, name }) => kind === 'passed' && !PIPES.has(name));
    return isElsewhere || doings.some(doing => hears(solution, doing)) ? [] : [{ call, api }];
  });
}

function hasTimeout({ program, linked: { evaluator } }: Solution, file: number, call: number): boolean {
  const { kinds, files, indices } = evaluator.values;
  return program.call(file, call).args.some(ref =>
    evaluator.eval(file, ref).some(value => {
      if (kinds[value] !== 'object') return false;
      const { members, unknown = [] } = program.facts[files[value]!]!.objects[indices[value]!]!;
      return (Object.hasOwn(members, 'timeout') || unknown.includes('timeout')) && !Object.hasOwn(members, 'signal');
    }),
  );
}

/** `request.on('timeout', …)`, `request.setTimeout(ms, …)`, and what ends it by other means. */
function hears({ program }: Solution, { file, call, kind, name }: Doing): boolean {
  if (kind !== 'method') return false;
  const { args } = program.call(file, call);
  if (name === 'setTimeout') return args.length > 1;
  if (!/^(?:on|once|addListener|prependListener)$/.test(name)) return false;
  const [of, event] = program.facts[file]!.refs[args[0] ?? 0]!;
  return of !== 'literal' || event === 'timeout';
}
