import type { CheckWorkspaceResult } from 'loopguard-language-server/protocol';
import { counted } from './counted.js';

/** What a check of the workspace came to, in a sentence. */
export function checkSummary({ findings, inFiles, files }: CheckWorkspaceResult): string {
  if (files === 0) return 'Loopguard: the workspace has no JavaScript or TypeScript to analyse.';
  if (findings === 0) return `Loopguard: no findings in ${counted(files, 'file')}.`;
  return `Loopguard: ${counted(findings, 'finding')} in ${inFiles.toLocaleString()} of ${counted(files, 'file')}.`;
}
