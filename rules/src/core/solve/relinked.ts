import type { Edge, Root } from '../link/edges.js';
import type { FunctionId } from '../link/program.js';
import type { ActiveRoot } from './contexts.js';

/** What an edit changed in the links of a program that was solved before. */
export interface Relinked {
  /** Files that were linked again, and those whose uses were settled again. */
  readonly files: readonly number[];
  readonly removed: readonly Edge[];
  readonly added: readonly Edge[];
  readonly removedRoots: readonly ActiveRoot[];
  readonly addedRoots: readonly Root[];
  /** Functions that are new or gone, or of which a search from handlers reads something else. */
  readonly functions: ReadonlySet<FunctionId>;
}
