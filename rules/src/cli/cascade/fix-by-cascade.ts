import { join } from 'node:path';
import type { CascadePlace, CascadePlan } from '../../core/cascade/cascade-plan.js';
import type { Target } from '../../core/cascade/proof.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { FixOptions } from '../options.js';
import { relativeTo, type PathStyle } from '../paths.js';
import { splitPlace } from '../place.js';
import { plural } from '../plural.js';
import { LineIndex } from '../positions.js';
import { openProject, projectRoot } from '../project.js';
import { selectPaths, selector, type Selected } from '../selection.js';
import type { Session, World } from '../session.js';
import { refuseDirtyTree } from '../since.js';
import type { Terminal } from '../terminal.js';
import { finishJournal } from './journal.js';
import { planReport, type Located, type Outcome } from './plan-report.js';
import { problemOf, textsAfter, type Texts } from './proof.js';
import { candidates, targets } from './targets.js';
import { writeAll } from './write-all.js';

/**
 * `loopguard fix --cascade`: makes blocking calls asynchronous, with all functions up to the handlers. Each plan is
 * proven on the texts it makes before it is written, and written as a whole or not at all.
 *
 * @throws CliError when it cannot run
 */
export async function fixByCascade(options: FixOptions, world: World, terminal: Terminal): Promise<ExitCode> {
  const wanted = wantedPlaces(options, terminal.cwd);
  const root = projectRoot(
    options,
    wanted.flatMap(({ selected }) => selected),
    world,
    terminal.cwd,
  );
  const finished = finishJournal(root, options.dryRun);
  if (finished > 0) {
    const files = plural(finished, 'file');
    terminal.err.write(`loopguard: finished what an earlier run had begun when it was killed: ${files} replaced.\n`);
  }
  if (!options.dryRun && !options.allowDirty) refuseDirtyTree(root);
  const shown = relativeTo(terminal.cwd, root);
  const isWanted = selection(wanted, root);
  const outcomes: Outcome[] = [];
  let session = await openProject(root, options, world, terminal);
  try {
    for (const notice of session.notices) terminal.err.write(`loopguard: ${notice}\n`);
    const tried = new Set<string>();
    for (;;) {
      const finding = candidates(session.analysis, options).find(one => !tried.has(one.key) && isWanted(session, one));
      if (!finding) break;
      const outcome = attempt(session, finding, options, shown);
      outcomes.push(outcome);
      if (outcome.state !== 'applied') {
        tried.add(finding.key);
        continue;
      }
      const fresh = await openProject(root, options, world, terminal);
      session.close();
      session = fresh;
    }
  } finally {
    session.close();
  }
  terminal.out.write(planReport(outcomes, options, shown));
  return outcomes.some(({ state }) => state === 'refused') ? EXIT.findings : EXIT.clean;
}

/** Files or folders, and the line that is meant of a file. */
interface Wanted {
  readonly selected: readonly Selected[];
  readonly line?: number;
}

function wantedPlaces({ places }: FixOptions, cwd: string): readonly Wanted[] {
  return places.map(place => {
    const { word, line } = splitPlace(place, cwd, 'fix');
    return { selected: selectPaths([word], cwd), ...(line !== undefined && { line }) };
  });
}

/** Tests whether a finding was asked for; all are when no place was named. */
function selection(wanted: readonly Wanted[], root: string): (session: Session, finding: Target) => boolean {
  const tests = wanted.map(({ selected, line }) => ({ isSelected: selector(selected, root), line }));
  return (session, finding) =>
    tests.length === 0 ||
    tests.some(
      ({ isSelected, line }) => isSelected(finding.file) && (line === undefined || lineOf(session, finding) === line),
    );
}

function lineOf(session: Session, { file, span }: CascadePlace): number {
  return new LineIndex(session.text(file) ?? '').at(span[0]).line;
}

function attempt(session: Session, finding: Target, options: FixOptions, shown: PathStyle): Outcome {
  // Lines are those of the texts as they are now; a plan that is written moves them.
  const located = <P extends CascadePlace>(place: P): P & Located => ({ ...place, line: lineOf(session, place) });
  const refuse = (refused: string, at: CascadePlace): Outcome => ({
    state: 'refused',
    finding: located(finding),
    refused,
    at: located(at),
  });
  const cascade = session.analysis.cascade(finding, options);
  if (!cascade) return refuse('Nothing is known of how it could wait.', finding);
  if ('refused' in cascade) return { ...refuse(cascade.refused, cascade), ...(cascade.mocked && { mocked: true }) };
  const after = textsAfter(session, cascade);
  const problem = problemOf(session, finding, cascade, after, analysis => targets(analysis, options));
  if (problem !== undefined) return refuse(problem, finding);
  const { title, functions, added, awaits, edits } = cascade;
  const outcome: Outcome = {
    state: options.dryRun ? 'planned' : 'applied',
    finding: located(finding),
    title,
    functions: functions.map(located),
    added: added.map(located),
    awaits: awaits.map(located),
    edits,
  };
  if (!options.dryRun) writeAll(rewritesOf(session, cascade, after, shown), session.root);
  return outcome;
}

function rewritesOf(session: Session, plan: CascadePlan, after: Texts, shown: PathStyle) {
  return [...plan.edits.keys()].map(file => ({
    path: join(session.root, file),
    shown: shown(file),
    before: session.text(file) ?? '',
    after: after.get(file) ?? '',
  }));
}
