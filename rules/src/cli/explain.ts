import picocolors from 'picocolors';
import type { ExplainedFunction } from '../core/analysis.js';
import { CliError, EXIT, type ExitCode } from './exit.js';
import { formatExplanation } from './format/explanation.js';
import type { ExplainOptions } from './options.js';
import { relativeTo } from './paths.js';
import { splitPlace } from './place.js';
import { openProject, projectRoot } from './project.js';
import { locator } from './report.js';
import { projectPath, selectPaths } from './selection.js';
import type { World } from './session.js';
import { printable, wantsColor, type Terminal } from './terminal.js';

/**
 * `loopguard explain`: what runs where in a file and why, what blocks, and what is not reported.
 *
 * @throws CliError when it cannot run
 */
export async function explain(options: ExplainOptions, world: World, terminal: Terminal): Promise<ExitCode> {
  const { word, line } = splitPlace(options.place, terminal.cwd, 'explain');
  const selected = selectPaths([word], terminal.cwd);
  const [only] = selected;
  if (only === undefined || selected.length > 1 || only.folder) {
    throw new CliError(`explain: ${printable(word)} is not one file`);
  }
  const root = projectRoot(options, selected, world, terminal.cwd);
  const file = projectPath(only.path, root);
  const session = await openProject(root, options, world, terminal);
  try {
    for (const notice of session.notices) terminal.err.write(`loopguard: ${notice}\n`);
    const explanation = session.analysis.explain(file);
    if (explanation === undefined) {
      throw new CliError(
        `explain: ${printable(word)} is not analysed: it is ignored, or neither JavaScript nor TypeScript`,
      );
    }
    const functions = line === undefined ? explanation.functions : innermost(explanation.functions, line);
    if (functions.length === 0 && line !== undefined && explanation.skipped === undefined) {
      throw new CliError(`explain: ${printable(word)} has no line ${String(line)}`);
    }
    const context = {
      locate: locator(session),
      path: relativeTo(terminal.cwd, root),
      colors: picocolors.createColors(wantsColor(terminal)),
    };
    terminal.out.write(formatExplanation({ ...explanation, functions }, context));
    return EXIT.clean;
  } finally {
    session.close();
  }
}

/** The function with the fewest lines around a line; of equals, the one written last. */
function innermost(functions: readonly ExplainedFunction[], line: number): readonly ExplainedFunction[] {
  const around = functions.filter(fn => fn.line <= line && line <= fn.endLine);
  const best = around.reduce<ExplainedFunction | undefined>(
    (least, fn) => (least === undefined || fn.endLine - fn.line <= least.endLine - least.line ? fn : least),
    undefined,
  );
  return best === undefined ? [] : [best];
}
