import { join } from 'node:path';
import type { CascadePlan } from '../../core/cascade/cascade-plan.js';
import type { Finding } from '../../core/model.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { FixOptions } from '../options.js';
import { relativeTo, type PathStyle } from '../paths.js';
import { splitPlace } from '../place.js';
import { LineIndex } from '../positions.js';
import { openProject, projectRoot } from '../project.js';
import { projectPath, selectPaths, selector, type Selected } from '../selection.js';
import type { Session, World } from '../session.js';
import { refuseDirtyTree } from '../since.js';
import type { Terminal } from '../terminal.js';
import { planReport, type Outcome } from './plan-report.js';
import { problemOf, textsAfter } from './proof.js';
import { writeAll } from './write-all.js';

const RULE = 'no-sync-io-in-handler';

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
  if (!options.dryRun && !options.allowDirty) refuseDirtyTree(root);
  const shown = relativeTo(terminal.cwd, root);
  const outcomes: Outcome[] = [];
  let session = await openProject(root, options, world, terminal);
  try {
    for (const notice of session.notices) terminal.err.write(`loopguard: ${notice}\n`);
    const tried = new Set<string>();
    for (
      let finding = next(session, wanted, options, root, tried);
      finding;
      finding = next(session, wanted, options, root, tried)
    ) {
      const outcome = attempt(session, finding, options.dryRun, shown);
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

/** The first finding that was asked for and not tried yet. */
function next(
  session: Session,
  wanted: readonly Wanted[],
  { strict, all }: FixOptions,
  root: string,
  tried: ReadonlySet<string>,
): Finding | undefined {
  const tests = wanted.map(({ selected, line }) => {
    const isSelected = selector(selected, root);
    const only = selected[0] && line !== undefined ? projectPath(selected[0].path, root) : undefined;
    return (finding: Finding): boolean =>
      isSelected(finding.file) && (only === undefined || (only === finding.file && lineOf(session, finding) === line));
  });
  return session.analysis
    .findings({ rules: [RULE], strict })
    .find(finding => !tried.has(finding.key) && (all || tests.some(test => test(finding))));
}

function lineOf(session: Session, { file, span }: Finding): number {
  return new LineIndex(session.text(file) ?? '').at(span[0]).line;
}

function attempt(session: Session, finding: Finding, isDry: boolean, shown: PathStyle): Outcome {
  const cascade = session.analysis.cascade(finding);
  const locate = (file: string, offset: number): number => new LineIndex(session.text(file) ?? '').at(offset).line;
  const about = { finding, line: locate(finding.file, finding.span[0]), locate };
  if (!cascade) return { ...about, state: 'refused', refused: 'Nothing is known of how it could wait.', at: finding };
  if ('refused' in cascade) return placed({ ...about, state: 'refused', refused: cascade.refused, at: cascade });
  const after = textsAfter(session, cascade);
  const problem = problemOf(session, finding, after);
  if (problem !== undefined) return placed({ ...about, state: 'refused', refused: problem, at: finding });
  if (!isDry) writeAll(rewritesOf(session, cascade, after, shown));
  return placed({ ...about, state: isDry ? 'planned' : 'applied', plan: cascade });
}

/** The outcome with its lines looked up while the texts are those that they are lines of. */
function placed(outcome: Outcome): Outcome {
  const lines = new Map<string, number>();
  const places = outcome.state === 'refused' ? [outcome.at] : [...outcome.plan.functions, ...outcome.plan.awaits];
  for (const { file, span } of places) lines.set(`${file} ${span[0]}`, outcome.locate(file, span[0]));
  return { ...outcome, locate: (file, offset) => lines.get(`${file} ${offset}`) ?? 1 };
}

function rewritesOf(session: Session, plan: CascadePlan, after: ReadonlyMap<string, string>, shown: PathStyle) {
  return [...plan.edits.keys()].map(file => ({
    path: join(session.root, file),
    shown: shown(file),
    before: session.text(file) ?? '',
    after: after.get(file) ?? '',
  }));
}
