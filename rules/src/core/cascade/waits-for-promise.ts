import { ORDERED_EVENTS } from '../catalog/lifecycle-events.js';
import type { Root } from '../link/edges.js';
import { isApart } from './rejections.js';
import type { FunctionId } from '../link/program.js';
import type { Solution } from '../solve/solution.js';
import { apiName, mention } from '../words.js';

/** Frameworks wait for what a handler of requests or messages gives back; of a command or a test a rejection is told. */
const TAKES_PROMISES: ReadonlySet<string> = new Set(['request', 'message', 'cli', 'test']);

/**
 * What test runners call at once: suites, which collect their tests, and stand-ins, whose answer is the one that the code
 * under test gets. Sources: https://mochajs.org/#getting-started, https://jestjs.io/docs/api#describename-fn,
 * https://jestjs.io/docs/jest-object.
 */
const COLLECTED =
  /[.:](?:[fx]?(?:describe|suite|context)|fn|mock\w*|doMock|unstable_mockModule|isolateModules|expect|hoisted)\b/;

/** Who waits for a callback or for a promise, and calls it an error to be given both. */
const EITHER: readonly {
  readonly api: RegExp;
  /** Which last parameter is the callback. */
  readonly param: RegExp;
}[] = [
  // https://mochajs.org/#asynchronous-code, https://jestjs.io/docs/asynchronous#callbacks; `it.each` hands over its table.
  { api: /^(?:global:|mocha\.|jest\.)(?!.*\.(?:each|for)\()/, param: /^(?!this$)./ },
  // https://fastify.dev/docs/latest/Reference/Hooks/
  { api: /^fastify[.:(]/, param: /^(?:done|next|cb|callback)$/ },
];

/** Why nobody would wait for a function that is called from outside of the program. */
export function notWaitedFor({ program }: Solution, fn: FunctionId, roots: readonly Root[]): string | undefined {
  for (const root of roots) {
    const { api, context, event } = root;
    if (context === 'event' && isApart(root)) continue;
    if (context === 'event')
      return ORDERED_EVENTS.has(event)
        ? `What ${mention(event)} hands over has to be taken in its order, and the next would come while this one waits; collect it first.`
        : `Whoever emits ${mention(event)} goes on at once with what this listener did; have the emitter wait, or load the data before.`;
    if (!TAKES_PROMISES.has(context))
      return `Nobody would handle a rejection of this ${mention(event)} ${context === 'timer' ? 'callback' : 'listener'}; catch it there, or load the data before.`;
    if (api === undefined) continue;
    if (context === 'test' && COLLECTED.test(api))
      return `${mention(apiName(api))} does not wait for a promise; load the data in a hook before the tests.`;
    const last = program.fact(fn).params.at(-1)?.name ?? '';
    if (EITHER.some(row => row.api.test(api) && row.param.test(last)))
      return `${mention(apiName(api))} waits for ${mention(last)} or for a promise, not for both; give back a promise first.`;
  }
  return undefined;
}
