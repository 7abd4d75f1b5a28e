import type { ts } from 'ts-morph';
import type { TextEdit } from '../model.js';
import { fileBindings } from './file-bindings.js';
import { fileStyle } from './file-style.js';
import { bindExport } from './import-binding.js';
import { importEdits } from './import-edits.js';

/** How a file says an export of a module, and the edits that import it; undefined among them where no import can stand. */
export function importedName(
  place: ts.Node,
  module: string,
  exported: string,
): { readonly name: string; readonly edits: readonly (TextEdit | undefined)[] } {
  const source = place.getSourceFile();
  const style = fileStyle(source);
  const { text, addition } = bindExport(module, exported, place, fileBindings(source), style);
  if (!addition) return { name: text, edits: [] };
  const edits = importEdits({ additions: [addition], unused: undefined, origin: undefined }, style, source);
  return { name: text, edits: edits ?? [undefined] };
}
