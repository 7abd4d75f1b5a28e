import { type Hazard, hazards } from '../core/hazards/index.js';
import { pageUrl } from '../core/page-url.js';
import { discoverProject } from '../host/discover.js';
import { SettingsError } from '../host/settings.js';
import { CliError } from './exit.js';
import { pageText, type PackageInfo } from './package-info.js';
import type { RuleInfo, Session, SessionOptions, World } from './session.js';

/** The product as the command uses it: the shipped rules, and projects on the disk. */
export function realWorld({ version, homepage }: PackageInfo): World {
  return {
    version,
    homepage,
    rules: hazards.map(ruleInfo),
    discover: start => discoverProject(start).root,
    open,
  };
}

function ruleInfo({ id, summary, level, fixes }: Hazard): RuleInfo {
  const fixable = fixes.includes('safe') ? 'safe' : (fixes[0] ?? 'no');
  return { id, summary, level, fixable, url: pageUrl(id), page: () => pageText(id) };
}

/** Loads the parser only now: a misspelt path need not wait for it. */
async function open(options: SessionOptions): Promise<Session> {
  const { createAnalysis } = await import('../core/engine.js');
  const { openWorkspace } = await import('../host/workspace.js');
  try {
    return openWorkspace(options, createAnalysis);
  } catch (error) {
    if (error instanceof SettingsError) throw new CliError(`${options.root}: ${error.message}`);
    throw error;
  }
}
