import { EXIT, type ExitCode } from './exit.js';
import type { RuleInfo, World } from './session.js';
import type { Terminal } from './terminal.js';

/** `loopguard rules`: a table of the rules. */
export function listRules({ rules }: World, { out }: Terminal): ExitCode {
  const cells = [['rule', 'level', 'fixable', 'reports', 'page'], ...rules.map(row)];
  const widths = [0, 1, 2, 3].map(column => Math.max(...cells.map(line => line[column]?.length ?? 0)));
  const lines = cells.map(line => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  out.write(`${lines.join('\n')}\n`);
  return EXIT.clean;
}

function row({ id, level, fixable, summary, url }: RuleInfo): string[] {
  return [id, level, fixable, summary, url];
}
