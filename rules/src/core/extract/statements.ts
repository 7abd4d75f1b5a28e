import { ts } from 'ts-morph';
import { FLOW, type CallGuards, type RefId } from '../model.js';
import { recordCall } from './calls.js';
import { interfaceLike } from './classes.js';
import { visitTest } from './conditions.js';
import { children } from './expressions.js';
import { UNKNOWN } from './facts-builder.js';
import { branches, unwrap } from './guards.js';
import { exportStatement, importStatement, markExported } from './modules.js';
import type { Condition } from './open-condition.js';
import { noteDeclaredBound } from './doc-tags.js';
import { noteDropped } from './dropped-results.js';
import type { Walk } from './walk.js';

const K = ts.SyntaxKind;

/** A list of statements in order; an early return guards what comes after it. */
export function statements(walk: Walk, nodes: readonly ts.Statement[]): void {
  declareNames(walk, nodes);
  const exitAt = nodes.findIndex(isProcessExit);
  const { guards: outer, condition } = walk;
  for (const [index, node] of nodes.entries()) {
    const exits = index < exitAt ? { ...walk.guards, exits: true as const } : undefined;
    const inner = walk.guards;
    if (exits) walk.guards = exits;
    const passed = passedBy(walk, node);
    if (passed) walk.condition = passed;
    if (exits) walk.guards = inner;
    const rest = afterEarlyExit(walk, node);
    if (rest) walk.guards = { ...rest, ...walk.guards };
  }
  walk.guards = outer;
  walk.condition = condition;
}

/** Walks a statement; gives what holds after it because of a test in it that left. */
function passedBy(walk: Walk, node: ts.Statement): Condition | undefined {
  walk.passed = undefined;
  walk.visit.statement(walk, node);
  const { passed } = walk;
  walk.passed = undefined;
  return passed;
}

/** Binds what the rest of the block may name before it is declared. */
function declareNames(walk: Walk, nodes: readonly ts.Statement[]): void {
  for (const node of nodes) {
    if (!ts.isVariableStatement(node)) continue;
    const scope = isVar(node.declarationList) ? walk.scope.hoist : walk.scope;
    for (const { name } of node.declarationList.declarations) if (ts.isIdentifier(name)) scope.declare(name.text);
  }
}

/** Guards of what follows `if (test) return`. */
function afterEarlyExit(walk: Walk, node: ts.Statement): CallGuards | undefined {
  if (!ts.isIfStatement(node) || node.elseStatement || !leaves(node.thenStatement)) return undefined;
  return branches(walk, node.expression).otherwise;
}

function leaves(node: ts.Statement): boolean {
  if (ts.isBlock(node)) return node.statements.length > 0 && leaves(node.statements.at(-1)!);
  return (
    ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isContinueStatement(node) || ts.isBreakStatement(node)
  );
}

function isProcessExit(node: ts.Statement): boolean {
  if (!ts.isExpressionStatement(node) || !ts.isCallExpression(node.expression)) return false;
  const callee = node.expression.expression;
  return (
    ts.isPropertyAccessExpression(callee) &&
    (callee.name.text === 'exit' || callee.name.text === 'abort') &&
    ts.isIdentifier(callee.expression) &&
    callee.expression.text === 'process'
  );
}

export function statement(walk: Walk, node: ts.Statement): void {
  walk.enter();
  visit(walk, node);
  walk.leave();
}

function visit(walk: Walk, node: ts.Statement): void {
  switch (node.kind) {
    case K.ExpressionStatement:
      dropping(walk, (node as ts.ExpressionStatement).expression);
      return;
    case K.VariableStatement:
      variables(walk, (node as ts.VariableStatement).declarationList, node);
      return;
    case K.FunctionDeclaration:
      functionDeclaration(walk, node as ts.FunctionDeclaration);
      return;
    case K.ClassDeclaration:
      markExported(walk, node as ts.ClassDeclaration, walk.visit.classLike(walk, node as ts.ClassDeclaration));
      return;
    case K.ReturnStatement:
    case K.ThrowStatement:
      leaving(walk, node as ts.ReturnStatement);
      return;
    case K.WhileStatement:
    case K.DoStatement:
      whileStatement(walk, node as ts.WhileStatement);
      return;
    case K.Block:
      walk.inBlock(() => walk.visit.statements(walk, (node as ts.Block).statements));
      return;
    case K.IfStatement:
      ifStatement(walk, node as ts.IfStatement);
      return;
    case K.ForOfStatement:
    case K.ForInStatement:
    case K.ForStatement:
      forStatement(walk, node as ts.ForOfStatement | ts.ForStatement);
      return;
    case K.TryStatement:
      tryStatement(walk, node as ts.TryStatement);
      return;
    case K.SwitchStatement:
      switchStatement(walk, node as ts.SwitchStatement);
      return;
    case K.ImportDeclaration:
    case K.ImportEqualsDeclaration:
      importStatement(walk, node as ts.ImportDeclaration);
      return;
    case K.ExportAssignment:
    case K.ExportDeclaration:
      exportStatement(walk, node as ts.ExportDeclaration);
      return;
    case K.InterfaceDeclaration:
    case K.TypeAliasDeclaration:
      typeDeclaration(walk, node as ts.InterfaceDeclaration);
      return;
    case K.ModuleDeclaration:
      moduleDeclaration(walk, node as ts.ModuleDeclaration);
      return;
    default:
      others(walk, node);
  }
}

/** `with`, labels, and whatever else holds expressions and statements. */
function others(walk: Walk, node: ts.Node): void {
  if (ts.isLabeledStatement(node)) {
    walk.visit.statement(walk, node.statement);
    return;
  }
  ts.forEachChild(node, child => {
    if (ts.isStatement(child)) walk.visit.statement(walk, child);
    else if (ts.isExpression(child)) walk.visit.expression(walk, child);
    else children(walk, child);
  });
}

function whileStatement(walk: Walk, node: ts.WhileStatement | ts.DoStatement): void {
  walk.inFlow(FLOW.loop, walk.condition, () => {
    const { then } = visitTest(walk, node.expression);
    // The body of `do` runs before the test.
    walk.inFlow(0, ts.isWhileStatement(node) ? then : walk.condition, () => {
      walk.visit.statement(walk, node.statement);
    });
  });
}

function isVar(list: ts.VariableDeclarationList): boolean {
  return (list.flags & ts.NodeFlags.BlockScoped) === 0;
}

function variables(walk: Walk, list: ts.VariableDeclarationList, statementNode?: ts.Node): void {
  const scope = isVar(list) ? walk.scope.hoist : walk.scope;
  for (const declaration of list.declarations) {
    const { name, initializer } = declaration;
    const typeRef = walk.visit.type(walk, declaration.type);
    if (initializer && ts.isIdentifier(name)) {
      walk.localReads.set(`${walk.fn}:${name.text}`, unwrap(initializer));
      if (walk.fn === 0) walk.memo.assigned(name, undefinedWhenEmpty(initializer));
    }
    const value = initializer
      ? walk.visit.expression(walk, initializer, ts.isIdentifier(name) ? { name: name.text } : undefined)
      : UNKNOWN;
    if ((list.flags & ts.NodeFlags.Using) !== 0) disposal(walk, value, declaration);
    if (ts.isIdentifier(name)) {
      const bound = variable(walk, name.text, value, typeRef, isConst(list));
      scope.bind(name.text, bound);
      noteDeclaredBound(walk, declaration, () => bound);
    } else
      walk.visit.pattern(walk, name, walk.facts.either([value, typeRef]), (bound, ref) =>
        scope.bind(bound, variable(walk, bound, ref, UNKNOWN, isConst(list))),
      );
    if (statementNode && ts.isIdentifier(name))
      markExported(walk, statementNode as ts.VariableStatement, scope.find(name.text)!, name.text);
  }
}

/** A module variable that starts as `{}`, `[]` or `new Map()` is not filled by its declaration. */
function undefinedWhenEmpty(initializer: ts.Expression): ts.Expression | undefined {
  return initializer.kind === K.FalseKeyword ? undefined : ts.factory.createNull();
}

function isConst(list: ts.VariableDeclarationList): boolean {
  return (list.flags & (ts.NodeFlags.Const | ts.NodeFlags.Using)) !== 0;
}

/** `using x = value` disposes of the value when its block is left: that reads as the call that it makes. */
function disposal(walk: Walk, value: RefId, declaration: ts.VariableDeclaration): void {
  if (value === UNKNOWN) return;
  const callee = walk.facts.member(value, '@@dispose');
  walk.inFlow(FLOW.finally, walk.condition, () => {
    recordCall(walk, { kind: 'call', callee, args: [], token: walk.span(declaration.name), node: declaration });
  });
}

/** A constant is its value; anything else is a variable that collects all values assigned to it. */
function variable(walk: Walk, name: string, value: RefId, typeRef: RefId, constant: boolean): RefId {
  const { facts } = walk;
  if (constant && typeRef === UNKNOWN && facts.refs[value]![0] !== 'array') return value;
  const index = facts.variables.push({
    name,
    fn: walk.fn,
    values: value === UNKNOWN ? [] : [value],
    ...(typeRef !== UNKNOWN && { type: typeRef }),
    ...(walk.fn === 0 && { module: true as const }),
  });
  return facts.ref('var', index - 1);
}

function functionDeclaration(walk: Walk, node: ts.FunctionDeclaration): void {
  const outer = walk.scope;
  // An ambient function matters when a tag says what it does.
  if (!node.body && (!walk.hasTags || !node.name || outer.find(node.name.text) !== undefined)) return;
  const value = walk.facts.ref('fn', walk.facts.functions.length);
  if (node.name) outer.bind(node.name.text, value);
  walk.visit.functionLike(walk, node);
  markExported(walk, node, value, node.name?.text);
}

function dropping(walk: Walk, node: ts.Expression): void {
  noteDropped(walk, node);
  walk.visit.expression(walk, node);
}

function leaving(walk: Walk, node: ts.ReturnStatement | ts.ThrowStatement): void {
  const value = node.expression ? walk.visit.expression(walk, node.expression) : UNKNOWN;
  if (ts.isReturnStatement(node)) returned(walk, value);
  walk.exits();
}

function returned(walk: Walk, value: RefId): void {
  if (value !== UNKNOWN && walk.facts.refs[value]![0] !== 'literal') walk.facts.functions[walk.fn]!.returns.push(value);
}

function ifStatement(walk: Walk, node: ts.IfStatement): void {
  const test = visitTest(walk, node.expression);
  const { then, otherwise } = branches(walk, node.expression);
  const { segment } = walk;
  walk.inFlow(FLOW.branch, test.then, () => {
    walk.guarded(then, () => walk.visit.statement(walk, node.thenStatement));
  });
  const afterThen = walk.segment;
  walk.segment = segment;
  walk.inFlow(FLOW.branch, test.otherwise, () => {
    if (node.elseStatement) walk.guarded(otherwise, () => walk.visit.statement(walk, node.elseStatement!));
  });
  walk.segment = Math.max(afterThen, walk.segment);
  walk.passed = !node.elseStatement && leaves(node.thenStatement) ? test.otherwise : undefined;
}

function forStatement(walk: Walk, node: ts.ForOfStatement | ts.ForInStatement | ts.ForStatement): void {
  walk.inBlock(() => {
    if (ts.isForStatement(node)) {
      if (node.initializer && ts.isVariableDeclarationList(node.initializer)) variables(walk, node.initializer);
      else if (node.initializer) walk.visit.expression(walk, node.initializer);
      walk.inFlow(FLOW.loop, walk.condition, () => {
        walk.counting = node.condition;
        const then = node.condition && visitTest(walk, node.condition).then;
        walk.inFlow(0, then ?? walk.condition, () => {
          walk.visit.statement(walk, node.statement);
        });
        if (node.incrementor) walk.visit.expression(walk, node.incrementor);
      });
      return;
    }
    const collection = walk.visit.expression(walk, node.expression);
    const element =
      ts.isForOfStatement(node) && collection !== UNKNOWN ? walk.facts.ref('element', collection) : UNKNOWN;
    const isAwaited = ts.isForOfStatement(node) && node.awaitModifier !== undefined;
    if (isAwaited) walk.segment++;
    if (ts.isVariableDeclarationList(node.initializer)) {
      const [declaration] = node.initializer.declarations;
      if (declaration) walk.visit.pattern(walk, declaration.name, element, (name, ref) => walk.scope.bind(name, ref));
    } else walk.visit.expression(walk, node.initializer);
    walk.inFlow(isAwaited ? FLOW.loop | FLOW.forAwait : FLOW.loop, walk.condition, () => {
      walk.visit.statement(walk, node.statement);
    });
  });
}

function tryStatement(walk: Walk, node: ts.TryStatement): void {
  walk.inFlow(FLOW.try, walk.condition, () => {
    walk.visit.statement(walk, node.tryBlock);
  });
  const { catchClause } = node;
  if (catchClause) {
    walk.inBlock(() => {
      const name = catchClause.variableDeclaration?.name;
      if (name) walk.visit.pattern(walk, name, UNKNOWN, (bound, ref) => walk.scope.bind(bound, ref));
      walk.inFlow(FLOW.catch, walk.condition, () => {
        walk.visit.statement(walk, catchClause.block);
      });
    });
  }
  const { finallyBlock } = node;
  if (!finallyBlock) return;
  walk.inFlow(FLOW.finally, walk.condition, () => {
    walk.visit.statement(walk, finallyBlock);
  });
}

function switchStatement(walk: Walk, node: ts.SwitchStatement): void {
  walk.visit.expression(walk, node.expression);
  walk.inBlock(() => {
    for (const clause of node.caseBlock.clauses) {
      if (ts.isCaseClause(clause)) walk.visit.expression(walk, clause.expression);
      walk.inFlow(FLOW.branch, walk.condition, () => {
        walk.visit.statements(walk, clause.statements);
      });
    }
  });
}

function typeDeclaration(walk: Walk, node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): void {
  const { facts, scope } = walk;
  const outer = walk.scope;
  let value: RefId;
  if (ts.isInterfaceDeclaration(node)) value = interfaceLike(walk, node.name.text, node);
  else if (ts.isTypeLiteralNode(node.type)) value = interfaceLike(walk, node.name.text, node.type);
  else value = facts.ref('alias', walk.visit.type(walk, node.type));
  outer.bindType(node.name.text, value);
  if (walk.fn === 0 && scope.parent === undefined) markExported(walk, node, value, node.name.text);
}

/** `namespace X { … }`: its exports are members of an object. */
function moduleDeclaration(walk: Walk, node: ts.ModuleDeclaration): void {
  if (!node.body || !ts.isModuleBlock(node.body)) return;
  const { body } = node;
  walk.inBlock(() => walk.visit.statements(walk, body.statements));
}
