import { ts } from 'ts-morph';
import type { FileBindings } from './file-bindings.js';
import { isNodeModule, type FileStyle } from './file-style.js';
import { bareModule, moduleBinding, type ModuleBinding } from './module-binding.js';

/** An import that has to be added. */
export interface ImportAddition {
  /** As it is to be written. */
  readonly specifier: string;
  readonly exported: string;
  readonly local: string;
}

/** How a rewrite refers to an export. */
export interface BoundExport {
  /** Expression to write: `readFile`, `fs.promises.readFile`. */
  readonly text: string;
  readonly addition?: ImportAddition;
}

/** What `fs-extra` gives promises for under the names of `node:fs`, in every version since 7. */
const FS_EXTRA: ReadonlySet<string> = new Set(
  (
    'access appendFile chmod chown copyFile lchown link lstat mkdir mkdtemp readdir readFile readlink realpath rename rmdir stat ' +
    'symlink truncate unlink utimes writeFile'
  ).split(' '),
);

/**
 * The way to write an export at a place: a binding the file has already, in the order in which a
 * reader would reach for it, else an import to add under a free name.
 */
export function bindExport(
  module: string,
  exported: string,
  place: ts.Node,
  bindings: FileBindings,
  style: FileStyle,
): BoundExport {
  const wanted = bareModule(module);
  const usable = usableBindings(place, bindings);
  const find = (of: string, name: string): string | undefined =>
    usable.find(({ is }) => is.module === of && is.exported === name)?.local;
  const named = find(wanted, exported);
  if (named !== undefined) return { text: named };
  const whole = find(wanted, '*');
  if (whole !== undefined) return { text: `${whole}.${exported}` };
  if (wanted === 'fs/promises') {
    const fs = find('fs', '*');
    if (fs !== undefined) return { text: `${fs}.promises.${exported}` };
    const extra = FS_EXTRA.has(exported) ? (find('fs-extra', exported) ?? find('fs-extra', '*')) : undefined;
    if (extra !== undefined) return { text: extra === find('fs-extra', '*') ? `${extra}.${exported}` : extra };
    const graceful = find('graceful-fs', '*');
    if (graceful !== undefined) return { text: `${graceful}.promises.${exported}` };
  }
  const local = freeName(exported, bindings);
  const specifier = isNodeModule(module) ? (style.nodePrefix ? `node:${wanted}` : wanted) : module;
  return { text: local, addition: { specifier, exported, local } };
}

interface Usable {
  readonly local: string;
  readonly is: ModuleBinding;
}

function usableBindings(place: ts.Node, bindings: FileBindings): readonly Usable[] {
  return bindings.visibleAt(place).flatMap(symbol => {
    const is = moduleBinding(symbol, bindings);
    if (!is || !isInitialised(is.declaration, place) || isBareDefault(is)) return [];
    const name = ts.getNameOfDeclaration(is.declaration);
    return name && ts.isIdentifier(name) ? [{ local: name.text, is }] : [];
  });
}

/** The default export of a package need not be the package. */
function isBareDefault({ declaration, module }: ModuleBinding): boolean {
  return ts.isImportClause(declaration) && !isNodeModule(module) && module !== 'fs-extra' && module !== 'graceful-fs';
}

/** False for a variable that is declared further down in the code that runs before the place. */
function isInitialised(declaration: ts.Declaration, place: ts.Node): boolean {
  if (!ts.isVariableDeclaration(declaration) && !ts.isBindingElement(declaration)) return true;
  const home = functionOf(declaration);
  return declaration.end <= place.pos || (home !== functionOf(place) && ts.isSourceFile(home));
}

function functionOf(node: ts.Node): ts.Node {
  let home = node.parent;
  while (!ts.isFunctionLike(home) && !ts.isSourceFile(home)) home = home.parent;
  return home;
}

function freeName(name: string, bindings: FileBindings): string {
  if (!bindings.isTaken(name)) return name;
  for (let count = 1; ; count++) {
    const local = `${name}Async${count === 1 ? '' : String(count)}`;
    if (!bindings.isTaken(local)) return local;
  }
}
