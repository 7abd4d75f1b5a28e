import { ts } from 'ts-morph';
import { findBelow, functionAround, insertIntoCallback, type Callback } from './rewriting.js';
import type { TextEdit } from '../model.js';

/** Makes a statement the first that a timer runs which is armed in the function around a node. */
export function insertIntoTimer(node: ts.Node, written: string): readonly (TextEdit | undefined)[] {
  const callback = findBelow(functionAround(node), isTimer)?.arguments[0];
  return callback && isCallback(callback) ? insertIntoCallback(callback, written) : [undefined];
}

function isTimer(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || !/^(?:window\.|globalThis\.)?setTimeout$/.test(node.expression.getText()))
    return false;
  const [callback] = node.arguments;
  return callback !== undefined && isCallback(callback);
}

const isCallback = (node: ts.Node): node is Callback => ts.isArrowFunction(node) || ts.isFunctionExpression(node);
