import { ts } from 'ts-morph';

/** True when `await …` in place of this expression has to stand in parentheses to mean the same. */
export function needsParentheses(expression: ts.Expression): boolean {
  const { parent } = expression;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.expression === expression;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression === expression;
  if (ts.isTaggedTemplateExpression(parent)) return parent.tag === expression;
  if (ts.isNonNullExpression(parent) || ts.isExpressionWithTypeArguments(parent)) return true;
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken &&
    parent.left === expression
  );
}

/**
 * True when a parenthesis at the start of this expression would be read as arguments of the line
 * before, because that statement ends without a semicolon.
 */
export function needsLeadingSemicolon(expression: ts.Expression, source: ts.SourceFile): boolean {
  const start = expression.getStart(source);
  let node: ts.Node = expression;
  while (!ts.isStatement(node)) node = node.parent;
  if (!ts.isExpressionStatement(node) || node.getStart(source) !== start) return false;
  const siblings = node.parent;
  if (!ts.isBlock(siblings) && !ts.isSourceFile(siblings) && !ts.isCaseOrDefaultClause(siblings)) return false;
  const before = siblings.statements[siblings.statements.indexOf(node) - 1];
  return before !== undefined && endsOpen(before, source);
}

/** True when a statement relies on the line break to end. */
function endsOpen(statement: ts.Statement, source: ts.SourceFile): boolean {
  if (ts.isIfStatement(statement)) return endsOpen(statement.elseStatement ?? statement.thenStatement, source);
  if (ts.isIterationStatement(statement, false) && !ts.isDoStatement(statement))
    return endsOpen(statement.statement, source);
  if (ts.isLabeledStatement(statement)) return endsOpen(statement.statement, source);
  const ends = source.text[statement.end - 1];
  if (ends === ';') return false;
  const closesItself =
    ts.isBlock(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isTryStatement(statement) ||
    ts.isSwitchStatement(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement);
  return !closesItself;
}
