import { backpressureIn } from './bounds/backpressure/backpressure-hazards.js';
import { concurrencyIn } from './bounds/concurrency/concurrency-hazards.js';
import { queuesIn } from './bounds/queues/queue-hazards.js';
import type {
  BackpressureHazard,
  BlockingCall,
  ConcurrencyHazard,
  GrowthHazard,
  ListenerHazard,
  Pass,
  QueueHazard,
  Site,
  TimerHazard,
  WaitHazard,
} from './hazards/pass.js';
import { growthIn } from './lifetimes/growth/growth-hazards.js';
import { listenerHazardsIn } from './lifetimes/listeners/listener-hazards.js';
import { timerHazardsIn } from './lifetimes/timers/timer-hazards.js';
import type { FunctionId } from './link/program.js';
import type { HandlerContext } from './model.js';
import { blockingFixes } from './blocking-fixes.js';
import { tokenOf, type Place } from './solve/place.js';
import type { Sink, Solution } from './solve/solution.js';
import { routeTo } from './solve/witnesses.js';
import { waitsIn } from './waits/wait-hazards.js';
import { apiName, mention } from './words.js';

/** What stands behind the sites that a rule was told of. */
export type Asked = Map<Site, Place>;

/** Answers a rule's questions about one file from a solution, and notes in `asked` what it told. */
export function passOver(solution: Solution, file: number, contexts: readonly HandlerContext[], asked: Asked): Pass {
  const { program } = solution;
  const told = <S extends Site>(place: Place, more: Omit<S, keyof Site>): S => {
    const { name } = program.fact(place.fn);
    const site = { file: program.paths[file]!, span: tokenOf(program, place), within: name, ...more } as S;
    asked.set(site, place);
    return site;
  };
  return {
    *blockingCalls() {
      for (const sink of solution.sinksIn(file))
        yield told<BlockingCall>(sink, { api: apiName(sink.path), row: sink.row, guards: sink.guards });
    },
    *timers() {
      for (const { fn, call, ...found } of timerHazardsIn(solution, file, contexts)) {
        const api = apiName(found.api);
        yield told<TimerHazard>(placeOf(solution, fn, call, `calls ${mention(api)}`), { ...found, api });
      }
    },
    *listeners() {
      for (const { fn, call, ...found } of listenerHazardsIn(solution, file, contexts)) {
        const api = apiName(found.api);
        yield told<ListenerHazard>(placeOf(solution, fn, call, `calls ${mention(api)}`), { ...found, api });
      }
    },
    *growth() {
      for (const { fn, call, token, ...found } of growthIn(solution, file, contexts))
        yield told<GrowthHazard>({ ...placeOf(solution, fn, call, 'gains a key'), token }, found);
    },
    *waits() {
      for (const { fn, call, ...found } of waitsIn(solution, file, contexts)) {
        const api = apiName(found.api);
        const place = { ...placeOf(solution, fn, call, `calls ${mention(api)}`), doubtful: !found.sure };
        yield told<WaitHazard>(place, { ...found, api });
      }
    },
    *backpressure() {
      for (const { fn, call, ...found } of backpressureIn(solution, file, contexts))
        yield told<BackpressureHazard>(placeOf(solution, fn, call, 'moves a chunk on'), found);
    },
    *queues() {
      for (const { fn, call, token, ...found } of queuesIn(solution, file, contexts))
        yield told<QueueHazard>({ ...placeOf(solution, fn, call, 'adds to it'), token }, found);
    },
    *concurrency() {
      for (const { fn, call, token, ...found } of concurrencyIn(solution, file, contexts))
        yield told<ConcurrencyHazard>({ ...placeOf(solution, fn, call, 'starts it'), token }, found);
    },
    blockingFixes: (call, input) => blockingFixes(solution, asked.get(call) as Sink, input),
    route(site) {
      const place = asked.get(site)!;
      if (program.fact(place.fn).tags?.nonblocking) return undefined;
      const reached = solution.reach(contexts).reached(place.fn, place.guards);
      return reached && routeTo(solution, place, reached, contexts);
    },
  };
}

/** The place of a call that is no sink. */
function placeOf({ program, graph }: Solution, fn: FunctionId, call: number, step: string): Place {
  return { fn, call, guards: call < 0 ? undefined : graph.callGuards(program.file(fn), call), step, doubtful: false };
}
