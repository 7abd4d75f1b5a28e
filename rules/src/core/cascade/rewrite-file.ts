import type { ts } from 'ts-morph';
import { parse } from '../extract/file.js';
import { answerNowProblem } from '../fixes/answer-now.js';
import { alsoExported, asyncSibling, type Sibling } from '../fixes/async-sibling.js';
import { awaitCall, awaitInBody, FOLLOWED, loopInstead, makeAsync } from '../fixes/await-edits.js';
import { awaitPromiseForm } from '../fixes/await-promise-form.js';
import { tokenAt } from '../fixes/call-at.js';
import { asyncCapableAround } from '../fixes/enclosing-function.js';
import { fileBindings } from '../fixes/file-bindings.js';
import { joinEdits } from '../fixes/join-edits.js';
import { joinImports } from '../fixes/join-imports.js';
import { PieceText } from '../fixes/piece-text.js';
import { applyEdits, rewriteProblem } from '../fixes/rewrite-check.js';
import { routeRejections } from '../fixes/route-rejections.js';
import { callSibling } from '../fixes/sibling-call.js';
import { promisedSignature } from '../fixes/signature-type.js';
import type { Refused } from '../fixes/terms.js';
import type { FunctionId } from '../link/program.js';
import { calledFunctions } from '../lifetimes/call-targets.js';
import type { TextEdit } from '../model.js';
import type { Sink, Solution } from '../solve/solution.js';
import type { Affected } from './affected.js';
import { isCopied } from './beside.js';
import type { CascadePlace, CascadeRefusal } from './cascade-plan.js';
import { moduleKind } from './module-kind.js';

/** One change of a file, or why it cannot be made. */
interface Change extends Pick<CascadePlace, 'span'> {
  readonly edits: readonly TextEdit[] | Refused;
}

/** The edits of one file by which all that is affected in it waits. */
export function rewriteFile(
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
  source.impliedNodeFormat = moduleKind(path, program.port.manifest);
  const made = new Map<string, TextEdit>();
  for (const { span, edits } of changesIn(solution, sink, file, affected, source)) {
    if ('refused' in edits) return place(span, edits.refused);
    // Each call of a function makes it `async`.
    for (const edit of edits) made.set(JSON.stringify(edit), edit);
  }
  const apart = setApart(solution, file, affected, source, joinImports([...made.values()]));
  if ('refused' in apart) return apart;
  const joined = joinEdits(apart);
  const problem = rewriteProblem(source, joined);
  if (problem !== undefined) return place([0, 0], problem);
  return leftProblem(solution, file, text, joined, affected) ?? joined;
}

function* changesIn(
  solution: Solution,
  sink: Sink,
  file: number,
  affected: Affected,
  source: ts.SourceFile,
): Generator<Change> {
  const { program } = solution;
  const { functions, signatures, loops, unheard } = affected;
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
    for (const call of calls) yield* callChanges(solution, sink, fn, call, affected, source);
  }
  for (const { class: of, name } of signatures) {
    const { span } = program.facts[file]!.classes[of.index] ?? {};
    if (of.file === file && span) yield { span, edits: promisedSignature(source, span, name) };
  }
  for (const { name, asyncName } of affected.passedOn.get(file) ?? [])
    yield { span: [0, 0], edits: alsoExported(source, name, asyncName) };
  for (const { span, route } of routes) yield { span, edits: 'refused' in route ? route : route.after };
}

/** What becomes of a call that has to be waited for. */
function* callChanges(
  solution: Solution,
  sink: Sink,
  fn: FunctionId,
  call: number,
  affected: Affected,
  source: ts.SourceFile,
): Generator<Change> {
  const { program } = solution;
  const { loops } = affected;
  const { token, awaited } = program.call(program.file(fn), call);
  const isKept = isCopied(program, affected.beside, fn);
  const waits = sinkAt(solution, sink, fn, call, isKept);
  if (waits) {
    yield { span: token, edits: promiseForm(source, waits, token, loops.has(fn), isKept) };
    return;
  }
  const name = siblingCalled(solution, affected, fn, call);
  if (typeof name === 'object') yield { span: token, edits: name };
  else if (name !== undefined) {
    yield { span: token, edits: callSibling(source, token, name, fileBindings(source), isKept) };
  }
  if (awaited) return;
  const wait = loops.has(fn) ? awaitInBody : awaitCall;
  yield { span: token, edits: wait(source, token) };
}

/** What a call waits for, if it is the blocking call that is rewritten, or another in a copy. */
function sinkAt(solution: Solution, sink: Sink, fn: FunctionId, call: number, isKept: boolean): Sink | undefined {
  if (fn === sink.fn && call === sink.call) return sink;
  return isKept
    ? solution.sinksIn(solution.program.file(fn)).find(other => other.fn === fn && other.call === call)
    : undefined;
}

/** The name of the async form that a call has to go to, if it goes to a function that stays as it is. */
function siblingCalled(
  { program, linked }: Solution,
  { beside, functions }: Affected,
  fn: FunctionId,
  call: number,
): string | Refused | undefined {
  const targets = calledFunctions(linked.files[program.file(fn)]!, call);
  const names = new Set(targets.filter(target => functions.has(target)).map(target => beside.get(target)));
  const [name] = names;
  if (name === undefined && names.size <= 1) return undefined;
  return names.size === 1 && targets.every(target => beside.has(target))
    ? name
    : { refused: 'This call may lead to a function that stays as it is for others, and to one that does not.' };
}

function promiseForm(
  source: ts.SourceFile,
  { row, path }: Sink,
  tokenSpan: CascadePlace['span'],
  isLooped: boolean,
  isCopy: boolean,
): readonly TextEdit[] | Refused {
  const enclosing = { ...FOLLOWED, isLooped };
  const form = awaitPromiseForm(source, { tokenSpan, row, api: path, enclosing, isCopy });
  return 'refused' in form ? form : form.edits;
}

/** Moves the edits of functions that stay as they are into copies behind them. */
function setApart(
  { program }: Solution,
  file: number,
  { beside }: Affected,
  source: ts.SourceFile,
  edits: readonly TextEdit[],
): readonly TextEdit[] | CascadeRefusal {
  const siblings: Sibling[] = [];
  const left: Sibling[] = [];
  for (const [fn, name] of beside) {
    if (program.file(fn) !== file) continue;
    const { head, async } = program.fact(fn);
    const sibling = asyncSibling(source, head, name, fileBindings(source));
    if ('refused' in sibling) return { file: program.paths[file]!, span: head, refused: sibling.refused };
    siblings.push(sibling);
    // What overrides a function that stays may be async already: it waits under both names.
    if (!async) left.push(sibling);
  }
  const copies = siblings.map(sibling => sibling.insertion(copyOf(sibling, source, edits)));
  const isApart = (edit: TextEdit): boolean => left.some(sibling => isWithin(edit, sibling));
  return [...edits.filter(edit => !isApart(edit)), ...copies, ...siblings.flatMap(({ offered }) => offered)];
}

function copyOf({ copied, renamed }: Sibling, source: ts.SourceFile, edits: readonly TextEdit[]): string {
  const [start, end] = copied;
  const own = joinEdits([...edits.filter(edit => isWithin(edit, { copied })), ...renamed]);
  const moved = own.map(({ span, text }): TextEdit => ({ span: [span[0] - start, span[1] - start], text }));
  return applyEdits(source.text.slice(start, end), moved);
}

const isWithin = ({ span }: TextEdit, { copied }: Pick<Sibling, 'copied'>): boolean =>
  copied[0] <= span[0] && span[1] <= copied[1];

/** What still asks for an answer at once when all is done, as far as the file shows. */
function leftProblem(
  solution: Solution,
  file: number,
  text: string,
  edits: readonly TextEdit[],
  affected: Affected,
): CascadeRefusal | undefined {
  const { program } = solution;
  const path = program.paths[file]!;
  const pieces = new PieceText(text);
  pieces.apply(edits);
  const source = parse(pieces.text, path);
  for (const fn of affected.functions.keys()) {
    if (program.file(fn) !== file || affected.loops.has(fn) || isCopied(program, affected.beside, fn)) continue;
    const { async, head } = program.fact(fn);
    const now = pieces.spanNow(head);
    const node =
      async === true || program.local(fn) === 0 || !now ? undefined : asyncCapableAround(tokenAt(source, now));
    const problem = node && answerNowProblem(node, fileBindings(source), source);
    if (problem !== undefined) return { file: path, span: head, refused: problem };
  }
  return undefined;
}
