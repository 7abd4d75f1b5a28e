import type { Root } from '../link/edges.js';
import type { Solution } from '../solve/solution.js';

/** Frameworks that take promises from a major version on: before, a handler's rejection is nobody's. */
const SINCE: readonly (readonly [name: string, major: number])[] = [
  // https://expressjs.com/en/guide/error-handling.html
  ['express', 5],
];

/** Whether a handler has to hand a rejection on by itself, for its framework does not. */
export function dropsRejections({ program }: Solution, { api }: Pick<Root, 'api'>): boolean {
  const { majors } = program.port.manifest;
  return SINCE.some(([name, since]) => api !== undefined && isOf(api, name) && (majors.get(name) ?? since) < since);
}

/** `express:Router.get`, `express.Router().get` */
const isOf = (api: string, name: string): boolean => api.startsWith(name) && /^[.:(]/.test(api.slice(name.length));
