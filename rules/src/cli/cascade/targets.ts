import type { Analysis } from '../../core/analysis.js';
import type { Target } from '../../core/cascade/proof.js';
import type { FixOptions } from '../options.js';

const RULE = 'no-sync-io-in-handler';

/** Blocking calls that handlers reach, as they are reported; or every one of the project. */
export function candidates(analysis: Analysis, options: FixOptions): readonly Target[] {
  return options.everywhere ? analysis.blockingCalls() : analysis.findings({ rules: [RULE], strict: options.strict });
}

/** As {@link candidates}, with those that are only possibly reached: none of them may be left. */
export function targets(analysis: Analysis, options: FixOptions): readonly Target[] {
  return candidates(analysis, { ...options, strict: true });
}
