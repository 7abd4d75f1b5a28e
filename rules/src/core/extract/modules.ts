import { ts } from 'ts-morph';
import type { RefId } from '../model.js';
import { UNKNOWN } from './facts-builder.js';
import type { Walk } from './walk.js';

const K = ts.SyntaxKind;

/** `import …` and `import x = require('…')`. */
export function importStatement(walk: Walk, node: ts.ImportDeclaration | ts.ImportEqualsDeclaration): void {
  if (ts.isImportEqualsDeclaration(node)) {
    importEquals(walk, node);
    return;
  }
  if (!ts.isStringLiteral(node.moduleSpecifier)) return;
  const { importClause: clause } = node;
  const typeOnly = clause !== undefined && isTypeOnly(clause);
  const module = walk.facts.module(
    node.moduleSpecifier.text,
    typeOnly ? 'type' : 'import',
    0,
    walk.span(node.moduleSpecifier),
  );
  if (!clause) return;
  const bind = (name: ts.Identifier, imported: string) =>
    walk.scope.bind(name.text, walk.facts.ref('import', module, imported));
  if (clause.name) bind(clause.name, 'default');
  const { namedBindings } = clause;
  if (!namedBindings) return;
  if (ts.isNamespaceImport(namedBindings)) bind(namedBindings.name, '*');
  else for (const element of namedBindings.elements) bind(element.name, (element.propertyName ?? element.name).text);
}

function isTypeOnly(clause: ts.ImportClause): boolean {
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named) || named.elements.length === 0) return false;
  return named.elements.every(element => element.isTypeOnly);
}

function importEquals(walk: Walk, node: ts.ImportEqualsDeclaration): void {
  const { moduleReference: from } = node;
  if (ts.isExternalModuleReference(from)) {
    if (!ts.isStringLiteralLike(from.expression)) return;
    const module = walk.facts.module(
      from.expression.text,
      node.isTypeOnly ? 'type' : 'import',
      0,
      walk.span(from.expression),
    );
    walk.scope.bind(node.name.text, walk.facts.ref('require', module));
    return;
  }
  const entity = (name: ts.EntityName): RefId =>
    ts.isIdentifier(name)
      ? walk.facts.name(walk.scope, name.text)
      : walk.facts.member(entity(name.left), name.right.text);
  walk.scope.bind(node.name.text, entity(from));
}

/** `export { a }`, `export * from`, `export default x`, `export = x`. */
export function exportStatement(walk: Walk, node: ts.ExportDeclaration | ts.ExportAssignment): void {
  const { facts } = walk;
  if (ts.isExportAssignment(node)) {
    const value = walk.visit.expression(walk, node.expression, { name: node.isExportEquals ? '' : 'default' });
    facts.exports.push({ name: node.isExportEquals ? '=' : 'default', value });
    noteExported(walk, value, 'default');
    return;
  }
  const specifier = node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier : undefined;
  const module =
    specifier && facts.module(specifier.text, node.isTypeOnly ? 'type' : 'import', 0, walk.span(specifier));
  const { exportClause } = node;
  if (!exportClause) {
    if (module !== undefined) facts.exports.push({ name: '*', value: facts.ref('import', module, '*') });
  } else if (ts.isNamespaceExport(exportClause)) {
    if (module !== undefined)
      facts.exports.push({ name: exportClause.name.text, value: facts.ref('import', module, '*') });
  } else {
    for (const element of exportClause.elements) {
      const local = (element.propertyName ?? element.name).text;
      const value = module === undefined ? facts.name(walk.scope, local, true) : facts.ref('import', module, local);
      facts.exports.push({ name: element.name.text, value });
    }
  }
}

/** Records the export of a declaration that carries the `export` keyword. */
export function markExported(walk: Walk, node: ts.HasModifiers, value: RefId, name?: string): void {
  const modifiers = ts.getModifiers(node);
  if (!modifiers?.some(m => m.kind === K.ExportKeyword) || walk.fn !== 0) return;
  const isDefault = modifiers.some(m => m.kind === K.DefaultKeyword);
  const exported = isDefault ? 'default' : (name ?? (node as ts.ClassDeclaration).name?.text);
  if (exported === undefined || value === UNKNOWN) return;
  walk.facts.exports.push({ name: exported, value });
  noteExported(walk, value, exported);
}

function noteExported(walk: Walk, value: RefId, name: string): void {
  const [kind, index] = walk.facts.refs[value]!;
  if (kind === 'fn') walk.facts.functions[index as number]!.exported = name;
  if (kind === 'class') walk.facts.classes[index as number]!.exported = name;
}
