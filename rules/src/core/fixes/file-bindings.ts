import { ts } from 'ts-morph';

/**
 * Answers "which declaration does this name mean" inside one file. It is the binder and name
 * resolution of the pinned TypeScript run over this file alone: no libraries, no other file, no
 * disk. Types are known only as far as this file declares them.
 */
export interface FileBindings {
  /** The symbol a name stands for here; undefined for globals and unresolved names. */
  symbolAt(name: ts.Node): ts.Symbol | undefined;
  /** Values visible at a place, shadowed ones left out. */
  visibleAt(place: ts.Node): readonly ts.Symbol[];
  /** Every mention of a symbol, its declarations included, in order. */
  mentions(symbol: ts.Symbol): readonly ts.Identifier[];
  /** True when the name is bound or used as a free variable anywhere in the file. */
  isTaken(name: string): boolean;
}

const known = new WeakMap<ts.SourceFile, FileBindings>();

/** The bindings of a file, computed once per parsed file. */
export function fileBindings(source: ts.SourceFile): FileBindings {
  let bindings = known.get(source);
  if (!bindings) known.set(source, (bindings = resolveNames(source)));
  return bindings;
}

function resolveNames(source: ts.SourceFile): FileBindings {
  const checker = checkerOf(source);
  const byText = identifiersByText(source);
  const symbolAt = (name: ts.Node): ts.Symbol | undefined => {
    const { parent } = name;
    if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
    if (ts.isExportSpecifier(parent) && (parent.propertyName ?? parent.name) === name) {
      return checker.getExportSpecifierLocalTargetSymbol(parent);
    }
    const symbol = checker.getSymbolAtLocation(name);
    return symbol?.declarations?.length ? symbol : undefined;
  };
  return {
    symbolAt,
    visibleAt: place => checker.getSymbolsInScope(place, ts.SymbolFlags.Value | ts.SymbolFlags.Alias),
    mentions: symbol =>
      (byText.get(symbol.name) ?? declaredNames(symbol, byText)).filter(name => isSame(symbolAt(name), symbol)),
    isTaken: name => (byText.get(name) ?? []).some(identifier => !isPropertyName(identifier)),
  };
}

/** A member has another symbol per instance of its class, but one declaration. */
function isSame(one: ts.Symbol | undefined, other: ts.Symbol): boolean {
  return one === other || (one !== undefined && one.declarations?.[0] === other.declarations?.[0]);
}

/** Symbols such as `default` are not named as they are written: look under their declarations' names. */
function declaredNames(
  symbol: ts.Symbol,
  byText: ReadonlyMap<string, readonly ts.Identifier[]>,
): readonly ts.Identifier[] {
  const names = (symbol.declarations ?? []).flatMap(declaration => {
    const name = ts.getNameOfDeclaration(declaration);
    return name && ts.isIdentifier(name) ? [name.text] : [];
  });
  return [...new Set(names)].flatMap(name => byText.get(name) ?? []);
}

function checkerOf(source: ts.SourceFile): ts.TypeChecker {
  const name = source.fileName;
  const host: ts.CompilerHost = {
    getSourceFile: asked => (asked === name ? source : undefined),
    getDefaultLibFileName: () => 'lib.d.ts',
    getCurrentDirectory: () => '',
    getCanonicalFileName: path => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: asked => asked === name,
    readFile: () => undefined,
    writeFile: () => undefined,
  };
  const options: ts.CompilerOptions = {
    allowJs: true,
    allowNonTsExtensions: true,
    noLib: true,
    noResolve: true,
    types: [],
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
  };
  return ts.createProgram({ rootNames: [name], options, host }).getTypeChecker();
}

function identifiersByText(source: ts.SourceFile): ReadonlyMap<string, readonly ts.Identifier[]> {
  const found = new Map<string, ts.Identifier[]>();
  const pending: ts.Node[] = [source];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (ts.isIdentifier(node)) {
      const same = found.get(node.text);
      if (same) same.push(node);
      else found.set(node.text, [node]);
    }
    ts.forEachChild(node, child => {
      pending.push(child);
    });
  }
  for (const same of found.values()) same.sort((a, b) => a.pos - b.pos);
  return found;
}

/** `x.name`, `{ name: … }`, `{ name() {} }`, `import { name as … }`: not a use of a variable. */
function isPropertyName(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === name;
  if (ts.isImportSpecifier(parent) || ts.isBindingElement(parent)) return parent.propertyName === name;
  if (ts.isQualifiedName(parent)) return parent.right === name;
  if (ts.isClassElement(parent) || ts.isTypeElement(parent) || ts.isPropertyAssignment(parent))
    return parent.name === name;
  return ts.isMethodDeclaration(parent) || ts.isJsxAttribute(parent) || ts.isExportSpecifier(parent);
}
