import type { HandlerRoute } from './analysis.js';
import { hazards, type Hazard } from './hazards/index.js';
import type { Finding, HandlerContext } from './model.js';
import { handlerRoutes, type WordlessRoute } from './solve/handler-routes.js';
import type { Sink, Solution } from './solve/solution.js';
import { apiName, fill, mention } from './words.js';

/** Longest sentence at a handler's call. */
const MOST_CHARACTERS = 100;

/** What a finding was concluded from. */
export interface Origin {
  readonly solution: Solution;
  readonly sink: Sink;
  readonly contexts: readonly HandlerContext[];
  /** What fills its message. */
  readonly data: Readonly<Record<string, string | number>>;
}

/** The routes to a finding in the words of its rule. */
export function toldRoutes(
  { ruleId, messageId }: Finding,
  { solution, sink, contexts, data }: Origin,
): readonly HandlerRoute[] {
  const rule: Hazard | undefined = hazards.find(({ id }) => id === ruleId);
  const reached = solution.reach(contexts).reached(sink.fn, sink.guards);
  if (!rule || !reached) return [];
  const isDoubtful = [sink.row.memoised, sink.row.strict, sink.guards?.memoised, sink.guards?.development].includes(
    true,
  );
  return handlerRoutes(solution, sink, reached, contexts).map(({ callee, ...route }) => {
    const certainty = isDoubtful ? 'possible' : route.certainty;
    const message = fill(rule.messages[messageId]!, { ...data, event: route.event, fires: route.kind });
    return { ...route, certainty, message, lead: leadOf(rule, sink, { ...route, callee, certainty }) };
  });
}

function leadOf(rule: Hazard, sink: Sink, { callee, certainty, event, kind }: WordlessRoute): string {
  const subject = callee === '' ? 'This' : mention(callee);
  const [usual, short] = rule.leads[certainty].map(template =>
    fill(template, { subject, api: apiName(sink.path), event, fires: kind }),
  ) as [string, string];
  return usual.length <= MOST_CHARACTERS ? usual : short;
}
