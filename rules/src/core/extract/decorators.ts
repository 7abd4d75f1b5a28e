import { ts } from 'ts-morph';
import type { DecoratorUse } from '../model.js';
import type { Walk } from './walk.js';

/** Decorators of a class or member, `@Get('/x')` and `@Controller` alike; undefined when there are none. */
export function decorators(walk: Walk, node: ts.HasDecorators): DecoratorUse[] | undefined {
  const found = ts.getDecorators(node);
  if (!found || found.length === 0) return undefined;
  return found.map(({ expression }) => {
    if (!ts.isCallExpression(expression)) return { callee: walk.visit.expression(walk, expression), args: [] };
    const callee = walk.visit.expression(walk, expression.expression);
    return { callee, args: expression.arguments.map(arg => walk.visit.expression(walk, arg)) };
  });
}
