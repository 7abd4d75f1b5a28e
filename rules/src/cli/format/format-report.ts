import { relative } from 'node:path';
import type { Format } from '../options.js';
import { relativeTo, repositoryRoot, toPosix } from '../paths.js';
import type { Report } from '../report.js';
import type { World } from '../session.js';
import { wantsColor, type Terminal } from '../terminal.js';
import { formatGithub } from './github.js';
import { formatJson } from './json.js';
import { formatSarif } from './sarif.js';
import { formatText } from './text.js';

export interface FormatContext {
  /** Absolute path of the project. */
  readonly root: string;
  readonly terminal: Terminal;
  readonly world: World;
}

/** A report in the format asked for. What goes to GitHub has paths relative to the repository. */
export function formatReport(report: Report, format: Format, { root, terminal, world }: FormatContext): string {
  const fromHere = relativeTo(terminal.cwd, root);
  switch (format) {
    case 'text':
      return formatText(report, fromHere, wantsColor(terminal));
    case 'json':
      return formatJson(report, fromHere);
    case 'github':
      return formatGithub(report, relativeTo(repositoryRoot(root), root));
    case 'sarif': {
      const repository = repositoryRoot(root);
      return formatSarif(report, {
        version: world.version,
        homepage: world.homepage,
        path: relativeTo(repository, root),
        project: toPosix(relative(repository, root)),
      });
    }
  }
}
