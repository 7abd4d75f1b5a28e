import type { ts } from 'ts-morph';
import { parse } from '../extract/file.js';
import { answerNowProblem } from '../fixes/answer-now.js';
import { awaitCall, awaitInBody, FOLLOWED, loopInstead, makeAsync } from '../fixes/await-edits.js';
import { awaitPromiseForm } from '../fixes/await-promise-form.js';
import type { Refused } from '../fixes/terms.js';
import { tokenAt } from '../fixes/call-at.js';
import { asyncCapableAround } from '../fixes/enclosing-function.js';
import { fileBindings } from '../fixes/file-bindings.js';
import { joinEdits } from '../fixes/join-edits.js';
import { PieceText } from '../fixes/piece-text.js';
import { rewriteProblem } from '../fixes/rewrite-check.js';
import { routeRejections } from '../fixes/route-rejections.js';
import { promisedSignature } from '../fixes/signature-type.js';
import type { TextEdit } from '../model.js';
import type { Sink, Solution } from '../solve/solution.js';
import { mention } from '../words.js';
import { affectedBy, type Affected, type Waiting } from './affected.js';
import type { AsyncFunction, Cascade, CascadePlace, CascadeRefusal } from './cascade-plan.js';

/** Plans how a blocking call becomes its promise form, and all who need its result wait for it; all or nothing. */
export function planCascade(solution: Solution, sink: Sink): Cascade {
  const affected = affectedBy(solution, sink);
  if ('refused' in affected) return affected;
  const edits = new Map<string, readonly TextEdit[]>();
  for (const file of filesOf(solution, affected)) {
    const rewritten = rewriteFile(solution, sink, file, affected);
    if ('refused' in rewritten) return rewritten;
    if (rewritten.length > 0) edits.set(solution.program.paths[file]!, rewritten);
  }
  const functions = functionsOf(solution, affected);
  return {
    title: titleOf(solution, sink, functions),
    functions,
    awaits: awaitsOf(solution, affected.functions),
    edits,
  };
}

function filesOf({ program }: Solution, { functions, signatures }: Affected): ReadonlySet<number> {
  return new Set([...[...functions.keys()].map(fn => program.file(fn)), ...signatures.map(one => one.class.file)]);
}

/** One change of a file, or why it cannot be made. */
interface Change extends Pick<CascadePlace, 'span'> {
  readonly edits: readonly TextEdit[] | Refused;
}

function rewriteFile(
  solution: Solution,
  sink: Sink,
  file: number,
  affected: Affected,
): readonly TextEdit[] | CascadeRefusal {
  const { program } = solution;
  const path = program.paths[file]!;
  const text = program.port.text(path);
  const place = (span: CascadePlace['span'], refused: string): CascadeRefusal => ({ file: path, span, refused });
  if (text === undefined) return place([0, 0], 'The file cannot be read.');
  const source = parse(text, path);
  const made = new Map<string, TextEdit>();
  for (const { span, edits } of changesIn(solution, sink, file, affected, source)) {
    if ('refused' in edits) return place(span, edits.refused);
    // Each call of a function makes it `async`.
    for (const edit of edits) made.set(JSON.stringify(edit), edit);
  }
  const joined = joinEdits([...made.values()]);
  const problem = rewriteProblem(source, joined);
  if (problem !== undefined) return place([0, 0], problem);
  return leftProblem(solution, file, text, joined, affected) ?? joined;
}

function* changesIn(
  { program }: Solution,
  sink: Sink,
  file: number,
  { functions, signatures, loops, unheard }: Affected,
  source: ts.SourceFile,
): Generator<Change> {
  const routes = [...unheard]
    .filter(([fn]) => program.file(fn) === file)
    .map(([fn, to]) => ({ span: program.fact(fn).head, route: routeRejections(source, program.fact(fn).head, to) }));
  for (const { span, route } of routes) yield { span, edits: 'refused' in route ? route : route.before };
  for (const { fn, call } of loops.values()) {
    const { token } = program.call(program.file(fn), call);
    if (program.file(fn) === file) yield { span: token, edits: loopInstead(source, token) };
  }
  for (const [fn, calls] of functions) {
    if (program.file(fn) !== file) continue;
    const { head, async } = program.fact(fn);
    const isLooped = [...loops.values()].some(loop => loop.fn === fn);
    if (calls.size === 0 && !async && !isLooped) yield { span: head, edits: makeAsync(source, head) };
    for (const call of calls) {
      const { token } = program.call(file, call);
      const isSink = fn === sink.fn && call === sink.call;
      const wait = loops.has(fn) ? awaitInBody : awaitCall;
      yield { span: token, edits: isSink ? promiseForm(source, sink, token, loops.has(fn)) : wait(source, token) };
    }
  }
  for (const { class: of, name } of signatures) {
    const { span } = program.facts[file]!.classes[of.index] ?? {};
    if (of.file === file && span) yield { span, edits: promisedSignature(source, span, name) };
  }
  for (const { span, route } of routes) yield { span, edits: 'refused' in route ? route : route.after };
}

function promiseForm(
  source: ts.SourceFile,
  { row, path }: Sink,
  tokenSpan: CascadePlace['span'],
  isLooped: boolean,
): readonly TextEdit[] | Refused {
  const enclosing = { ...FOLLOWED, isLooped };
  const form = awaitPromiseForm(source, { tokenSpan, row, api: path, enclosing });
  return 'refused' in form ? form : form.edits;
}

/** What still asks for an answer at once when all is done, as far as the file shows. */
function leftProblem(
  { program }: Solution,
  file: number,
  text: string,
  edits: readonly TextEdit[],
  { functions, loops }: Affected,
): CascadeRefusal | undefined {
  const path = program.paths[file]!;
  const pieces = new PieceText(text);
  pieces.apply(edits);
  const source = parse(pieces.text, path);
  for (const fn of functions.keys()) {
    if (program.file(fn) !== file || loops.has(fn)) continue;
    const { async, head } = program.fact(fn);
    const now = pieces.spanNow(head);
    const node =
      async === true || program.local(fn) === 0 || !now ? undefined : asyncCapableAround(tokenAt(source, now));
    const problem = node && answerNowProblem(node, fileBindings(source), source);
    if (problem !== undefined) return { file: path, span: head, refused: problem };
  }
  return undefined;
}

function functionsOf({ program }: Solution, { functions, loops }: Affected): readonly AsyncFunction[] {
  return [...functions.keys()]
    .filter(fn => program.fact(fn).async !== true && program.local(fn) !== 0 && !loops.has(fn))
    .map(fn => ({ name: program.fact(fn).name, file: program.paths[program.file(fn)]!, span: program.fact(fn).head }))
    .sort(byPlace);
}

function awaitsOf({ program }: Solution, functions: Waiting): readonly CascadePlace[] {
  return [...functions]
    .flatMap(([fn, calls]) => {
      const file = program.file(fn);
      return [...calls].map(call => ({ file: program.paths[file]!, span: program.call(file, call).token }));
    })
    .sort(byPlace);
}

function byPlace(a: CascadePlace, b: CascadePlace): number {
  return a.file === b.file ? a.span[0] - b.span[0] : a.file < b.file ? -1 : 1;
}

function titleOf({ program }: Solution, { fn }: Sink, functions: readonly AsyncFunction[]): string {
  const { name } = program.fact(fn);
  const what = name === '' ? 'this function' : mention(name);
  if (functions.length === 0) return `Wait for it in ${what}`;
  const files = new Set(functions.map(({ file }) => file)).size;
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  return `Make ${what} async (${count(functions.length, 'function')} in ${count(files, 'file')})`;
}
