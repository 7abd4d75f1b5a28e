import { relative, resolve } from 'node:path';
import type { Finding } from '../core/model.js';
import { writeAtomically } from './atomic-write.js';
import {
  beyondBaseline,
  readBaseline,
  staleEntries,
  updatedBaseline,
  writeBaseline,
  type Baseline,
} from './baseline.js';
import { CliError, EXIT, type ExitCode } from './exit.js';
import { fixAll } from './fix-all.js';
import { formatReport } from './format/format-report.js';
import type { CheckOptions } from './options.js';
import { relativeTo } from './paths.js';
import { plural } from './plural.js';
import { openProject, projectRoot } from './project.js';
import { reportFindings, type Report } from './report.js';
import { projectPath, selectPaths, selector, type Selected } from './selection.js';
import type { RuleInfo, Session, World } from './session.js';
import { changedSince, touches } from './since.js';
import { printable, type Terminal } from './terminal.js';

/**
 * `loopguard check`: analyses the whole project and reports the findings that were asked for.
 *
 * @throws CliError when it cannot run
 */
export async function check(options: CheckOptions, world: World, terminal: Terminal): Promise<ExitCode> {
  const rules = chosenRules(options, world.rules);
  const selected = selectPaths(options.paths, terminal.cwd);
  const root = projectRoot(options, selected, world, terminal.cwd);
  const baseline = knownFindings(options, terminal.cwd);
  const job: Job = { options, rules, baseline, isSelected: selector(selected, root), remarks: [] };
  let session = await openProject(root, options, world, terminal);
  try {
    for (const notice of [...session.notices, ...leftOut(selected, session)])
      terminal.err.write(`loopguard: ${notice}\n`);
    if (options.fix) {
      const reopen = () => openProject(root, options, world, terminal);
      session = await fixAll(
        session,
        current => wantedFindings(job, current),
        reopen,
        relativeTo(terminal.cwd, root),
        job.remarks,
      );
    }
    const shown = options.updateBaseline ? [] : wantedFindings(job, session);
    remarkOnBaseline(job, session, terminal.cwd);
    const report: Report = {
      findings: reportFindings(shown, session, rules),
      rules,
      stats: session.analysis.stats(),
      remarks: job.remarks,
    };
    remarkOnFixes(job, report);
    deliver(report, root, options, world, terminal);
    return verdict(report, options.maxWarnings);
  } finally {
    session.close();
  }
}

/** One run of the command. */
interface Job {
  readonly options: CheckOptions;
  readonly rules: readonly RuleInfo[];
  readonly baseline: Baseline;
  readonly isSelected: (file: string) => boolean;
  readonly remarks: string[];
}

function chosenRules({ rules, strict }: CheckOptions, known: readonly RuleInfo[]): readonly RuleInfo[] {
  if (rules.length === 0) return known.filter(({ level }) => strict || level === 'recommended');
  for (const id of rules) {
    if (known.some(rule => rule.id === id)) continue;
    throw new CliError(`--rule: unknown rule "${printable(id)}"; see \`loopguard rules\``);
  }
  return known.filter(({ id }) => rules.includes(id));
}

function allFindings({ options, rules }: Job, session: Session, strict = options.strict): readonly Finding[] {
  return session.analysis.findings({ strict, rules: rules.map(({ id }) => id) });
}

/** The findings to show: new ones, in the selected files, on or through changed lines. */
function wantedFindings(job: Job, session: Session): readonly Finding[] {
  const { options, baseline, isSelected } = job;
  const known = beyondBaseline(allFindings(job, session), baseline);
  const selected = known.filter(({ file }) => isSelected(file));
  if (options.since === undefined) return selected;
  const changed = changedSince(options.since, session.root);
  return selected.filter(finding => touches(changed, finding, file => session.text(file)));
}

function knownFindings({ baseline, updateBaseline }: CheckOptions, cwd: string): Baseline {
  if (baseline === undefined) return new Map();
  return readBaseline(resolve(cwd, baseline), baseline, updateBaseline ? 'allowed' : 'refused');
}

function remarkOnBaseline(job: Job, session: Session, cwd: string): void {
  const { options, rules, baseline, remarks } = job;
  if (options.baseline === undefined) return;
  const ids = rules.map(({ id }) => id);
  const findings = allFindings(job, session);
  if (options.updateBaseline) {
    writeBaseline(resolve(cwd, options.baseline), options.baseline, updatedBaseline(baseline, findings, ids));
    remarks.push(`Wrote ${plural(findings.length, 'finding')} to the baseline ${printable(options.baseline)}.`);
    return;
  }
  const hidden = findings.length - beyondBaseline(findings, baseline).length;
  if (hidden > 0) remarks.push(`${plural(hidden, 'finding')} in the baseline.`);
  // Entries written by a strict run are no news to one that is not.
  const stale = staleEntries(baseline, findings, ids) && staleEntries(baseline, allFindings(job, session, true), ids);
  if (stale > 0) {
    const words = `${plural(stale, 'entry', 'entries')} of the baseline ${stale === 1 ? 'is' : 'are'} stale`;
    remarks.push(`${words}: the findings are gone; --update-baseline drops them.`);
  }
}

function remarkOnFixes({ options, remarks }: Job, { findings }: Report): void {
  const grades = findings.map(({ fixes }) => new Set(fixes.map(({ grade }) => grade)));
  const safe = grades.filter(set => set.has('safe')).length;
  const review = grades.filter(set => set.has('review') && !set.has('safe')).length;
  if (safe > 0 && !options.fix) remarks.push(`${plural(safe, 'fix is', 'fixes are')} safe: apply with --fix.`);
  if (review > 0) {
    const [needs, it] = review === 1 ? ['needs', 'it'] : ['need', 'them'];
    remarks.push(`${plural(review, 'fix', 'fixes')} ${needs} review: see ${it} in the editor or with --format json.`);
  }
}

/** Files that were named but are not analysed deserve a word; those found by a glob do not. */
function leftOut(selected: readonly Selected[], { root, analysis }: Session): string[] {
  const skipped = new Map(analysis.stats().skipped.map(({ file, why }) => [file, why]));
  return selected
    .filter(({ folder, literal }) => literal && !folder)
    .flatMap(({ path }) => {
      const file = projectPath(path, root);
      const why = skipped.get(file);
      if (why !== undefined) return [`${printable(file)} was skipped: ${why}`];
      return analysis.has(file)
        ? []
        : [`${printable(file)} is not analysed: it is ignored, or neither JavaScript nor TypeScript`];
    });
}

function deliver(
  report: Report,
  root: string,
  { output, format }: CheckOptions,
  world: World,
  terminal: Terminal,
): void {
  const { cwd, out, err } = terminal;
  // Formats for programs have no room for remarks.
  if (format === 'json' || format === 'sarif') for (const remark of report.remarks) err.write(`loopguard: ${remark}\n`);
  if (output === undefined) {
    out.write(formatReport(report, format, { root, terminal, world }));
    return;
  }
  const toFile = { ...terminal, out: { ...out, isTTY: false } };
  const content = formatReport(report, format, { root, terminal: toFile, world });
  writeAtomically(resolve(cwd, output), content, printable(relative(cwd, resolve(cwd, output)) || output));
}

function verdict({ findings }: Report, maxWarnings: number): ExitCode {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return errors > 0 || (maxWarnings >= 0 && warnings > maxWarnings) ? EXIT.findings : EXIT.clean;
}
