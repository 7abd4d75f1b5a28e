import { fixesOf } from '../fixes-of.js';
import { NO_PROMISE_FORM } from '../fixes/await-promise-form.js';
import { readAtStart } from '../fixes/read-at-start.js';
import type { TextEdit } from '../model.js';
import type { Sink, Solution } from '../solve/solution.js';
import { mention } from '../words.js';
import { affectedBy, isHot, type Affected, type Audience } from './affected.js';
import type {
  AddedFunction,
  AsyncFunction,
  Cascade,
  CascadeOptions,
  CascadePlace,
  CascadeRefusal,
} from './cascade-plan.js';
import { isCopied } from './beside.js';
import { rewriteFile } from './rewrite-file.js';
import { mockProblem } from './test-mocks.js';

/**
 * Plans how a blocking call becomes its promise form, and all who need its result wait for it; all or nothing. Where not
 * everybody can wait, handlers do, by async forms beside the functions that others go on calling.
 */
export function planCascade(solution: Solution, sink: Sink, options: CascadeOptions = {}): Cascade {
  const cascade = cascadeOf(solution, sink, options);
  return 'refused' in cascade && isHot(solution, sink.fn) ? orAtStart(solution, sink, cascade) : cascade;
}

/** Says what is possible instead, where the text that is read does not change. */
function orAtStart({ program }: Solution, { row, fn, call }: Sink, refusal: CascadeRefusal): CascadeRefusal {
  const index = program.file(fn);
  const file = program.paths[index]!;
  const text = row.textIf === undefined ? undefined : program.port.text(file);
  if (text === undefined) return refusal;
  const offered = fixesOf({ fixes: input => readAtStart(row, input) }, text, file, program.call(index, call).token);
  if (offered.length === 0) return refusal;
  return {
    ...refusal,
    refused: `${refusal.refused} What it reads does not depend on the event, so it could be read once at start-up: the editor and ESLint offer that.`,
  };
}

function cascadeOf(solution: Solution, sink: Sink, { ignoreMocks = false }: CascadeOptions): Cascade {
  const { row, fn, call } = sink;
  if (!row.promise) {
    const { program } = solution;
    const file = program.file(fn);
    return { file: program.paths[file]!, span: program.call(file, call).token, refused: NO_PROMISE_FORM };
  }
  const whole = planFor(solution, sink, 'everybody');
  const plan = 'refused' in whole && isHot(solution, sink.fn) ? planFor(solution, sink, 'handlers') : whole;
  return ('refused' in plan || ignoreMocks ? undefined : mockProblem(solution, sink, plan)) ?? plan;
}

function planFor(solution: Solution, sink: Sink, audience: Audience): Cascade {
  const affected = affectedBy(solution, sink, audience);
  if ('refused' in affected) return affected;
  const edits = new Map<string, readonly TextEdit[]>();
  for (const file of filesOf(solution, affected)) {
    const rewritten = rewriteFile(solution, sink, file, affected);
    if ('refused' in rewritten) return rewritten;
    if (rewritten.length > 0) edits.set(solution.program.paths[file]!, rewritten);
  }
  const functions = functionsOf(solution, affected);
  const added = addedBy(solution, affected);
  return {
    title: titleOf(solution, sink, affected, [...added, ...functions]),
    functions,
    added,
    awaits: awaitsOf(solution, affected),
    edits,
  };
}

function filesOf({ program }: Solution, { functions, signatures, passedOn }: Affected): ReadonlySet<number> {
  const declaring = signatures.map(one => one.class.file);
  return new Set([...[...functions.keys()].map(fn => program.file(fn)), ...declaring, ...passedOn.keys()]);
}

/** Those that become `async` where they stand. */
function functionsOf(solution: Solution, affected: Affected): readonly AsyncFunction[] {
  const { program } = solution;
  return [...affected.functions.keys()]
    .filter(fn => program.fact(fn).async !== true && program.local(fn) !== 0 && !affected.loops.has(fn))
    .filter(fn => !isCopied(program, affected.beside, fn))
    .map(fn => ({ name: program.fact(fn).name, file: program.paths[program.file(fn)]!, span: program.fact(fn).head }))
    .sort(byPlace);
}

function addedBy({ program }: Solution, { beside }: Affected): readonly AddedFunction[] {
  return [...beside]
    .map(([fn, name]) => ({
      name,
      beside: program.fact(fn).name,
      file: program.paths[program.file(fn)]!,
      span: program.fact(fn).head,
    }))
    .sort(byPlace);
}

function awaitsOf({ program }: Solution, { functions }: Affected): readonly CascadePlace[] {
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

function titleOf({ program }: Solution, { fn }: Sink, { beside }: Affected, changed: readonly AsyncFunction[]): string {
  const { name } = program.fact(fn);
  const what = name === '' ? 'this function' : mention(name);
  const [added] = beside.values();
  const files = new Set(changed.map(({ file }) => file)).size;
  const extent = `(${counted(changed.length, 'function')} in ${counted(files, 'file')})`;
  if (added !== undefined) return `Add ${mention(added)} for handlers ${extent}`;
  return changed.length === 0 ? `Wait for it in ${what}` : `Make ${what} async ${extent}`;
}

const counted = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
