import { CodeActionKind } from 'vscode-languageserver';
import { MAKE_ASYNC_KIND } from '../../protocol.js';

/** The kinds of actions there are, as they are announced. */
export const KINDS = {
  quickFix: CodeActionKind.QuickFix,
  rewrite: MAKE_ASYNC_KIND,
  fixAll: `${CodeActionKind.SourceFixAll}.loopguard`,
} as const;

/** Whether a client that asks for these kinds only wants actions of a kind: a kind stands for those below it, too. */
export function isAsked(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}
