import type { HandlerRoute } from './analysis.js';
import type { Problem } from './hazards/hazard.js';
import { hazards, type Hazard } from './hazards/index.js';
import type { Finding, HandlerContext } from './model.js';
import { handlerRoutes, type WordlessRoute } from './solve/handler-routes.js';
import type { Place } from './solve/place.js';
import type { Solution } from './solve/solution.js';
import { fill, mention } from './words.js';

/** Longest sentence at a handler's call. */
const MOST_CHARACTERS = 100;

/** What a finding was concluded from. */
export interface Origin {
  readonly solution: Solution;
  readonly place: Place;
  readonly contexts: readonly HandlerContext[];
  /** What fills its message. */
  readonly data: Readonly<Record<string, string | number>>;
  readonly fixes: Problem['fixes'];
}

/** The routes to a finding in the words of its rule. */
export function toldRoutes(
  { ruleId, messageId }: Finding,
  { solution, place, contexts, data }: Origin,
): readonly HandlerRoute[] {
  const rule: Hazard | undefined = hazards.find(({ id }) => id === ruleId);
  const reached = solution.reach(contexts).reached(place.fn, place.guards);
  if (!rule?.leads || !reached) return [];
  const { leads } = rule;
  const isDoubtful = place.doubtful || place.guards?.memoised === true || place.guards?.development === true;
  return handlerRoutes(solution, place, reached, contexts).map(({ callee, ...route }) => {
    const certainty = isDoubtful ? 'possible' : route.certainty;
    const message = fill(rule.messages[messageId]!, { ...data, event: route.event, fires: route.kind });
    return { ...route, certainty, message, lead: leadOf(leads, data, { ...route, callee, certainty }) };
  });
}

function leadOf(
  leads: NonNullable<Hazard['leads']>,
  data: Origin['data'],
  { callee, certainty, event, kind }: WordlessRoute,
): string {
  const subject = callee === '' ? 'This' : mention(callee);
  const [usual, short] = leads[certainty].map(template => fill(template, { ...data, subject, event, fires: kind })) as [
    string,
    string,
  ];
  return usual.length <= MOST_CHARACTERS ? usual : short;
}
