import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Lines around a known one that still count as the place. */
const NEAR = 3;

/**
 * Real bugs in a folder, as they were brought: `<id>/{buggy,fixed}/…` or `<id>/code/…` (decoys), each with `expect.json`.
 * @param {string} folder
 * @param {number} category
 */
export function readPairs(folder, category) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => ({
      folder: join(folder, entry.name),
      ...JSON.parse(readFileSync(join(folder, entry.name, 'expect.json'), 'utf8')),
    }))
    .filter(pair => pair.category === category)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * How a tool did on a pair: `hit` when it reports near the bug or inside its function, `clean` when it is silent
 * at that place of the fixed version. A pair counts when both hold.
 * @typedef {import('./tools.mjs').Place} Place
 */
export function scorePair(pair, { buggy, fixed }) {
  const bug = placeOf(pair, 'buggy', pair.file_buggy, [pair.line_buggy, ...pair.lines_also]);
  const cure = placeOf(pair, 'fixed', pair.file_fixed, pair.line_fixed === null ? [] : [pair.line_fixed]);
  const hit = buggy.some(place => isAt(place, bug));
  return { hit, clean: hit && !fixed.some(place => isAt(place, cure)) };
}

/** Whether a tool reports a place that is known to be fine. */
export function raisesFalseAlarm(decoy, places) {
  return places.some(place => isAt(place, { file: decoy.file, lines: [decoy.line, ...decoy.lines_also], ranges: [] }));
}

function isAt({ file, line }, place) {
  return (
    file === place.file &&
    (place.lines.some(known => Math.abs(known - line) <= NEAR) ||
      place.ranges.some(([from, to]) => from <= line && line <= to))
  );
}

function placeOf(pair, side, file, lines) {
  const text = readFileSync(join(pair.folder, side, file), 'utf8');
  return { file, lines, ranges: rangesOf(text, file, pair.function ?? '', lines) };
}

/** First and last lines of the functions called `name`: of the one around a known line, if a line is known. */
function rangesOf(text, file, name, lines) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const event = /["']([\w:-]+)["']/.exec(name)?.[1];
  const simple = /([\w$]+)\s*$/.exec(name)?.[1];
  const ranges = [];
  const lineOf = offset => source.getLineAndCharacterOfPosition(offset).line + 1;
  const visit = node => {
    const found =
      event === undefined ? ts.isFunctionLike(node) && nameOf(node) === simple : isRegistration(node, event);
    if (found) ranges.push([lineOf(node.getStart(source)), lineOf(node.end)]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const around = ranges.filter(([from, to]) => lines.some(line => from <= line && line <= to));
  return around.length > 0 ? around : ranges;
}

/** @param {any} node a function */
function nameOf(node) {
  const isNameless = ts.isFunctionExpression(node) || ts.isArrowFunction(node);
  /** @type {any} */
  const { parent } = node;
  const named = node.name ?? (isNameless ? (parent.name ?? parent.left) : undefined);
  if (named === undefined) return undefined;
  return ts.isPropertyAccessExpression(named) ? named.name.text : named.text;
}

function isRegistration(node, event) {
  return (
    ts.isCallExpression(node) &&
    node.arguments.some(argument => ts.isStringLiteral(argument) && argument.text === event)
  );
}
