import { ts } from 'ts-morph';
import type { Span, TextEdit } from '../model.js';
import type { Refused } from './terms.js';
import { mention } from '../words.js';

/**
 * Wraps the result type of a method that is only declared: in an interface, a type of an object, or an abstract class.
 * @param of - where the class or interface stands
 */
export function promisedSignature(source: ts.SourceFile, of: Span, name: string): readonly TextEdit[] | Refused {
  const edits: TextEdit[] = [];
  for (const member of membersAt(source, of, name)) {
    const type = resultOf(member);
    if (!type) return { refused: `${mention(name)} is declared without a result type; write it first.` };
    const text = type.getText(source);
    if (/^Promise\s*</.test(text)) continue;
    if (/\bPromise(Like)?\b/.test(text))
      return {
        refused: `${mention(name)} may already give a promise (${mention(text)}); make its result type \`Promise<…>\` first.`,
      };
    edits.push(
      { span: [type.getStart(source), type.getStart(source)], text: 'Promise<' },
      { span: [type.end, type.end], text: '>' },
    );
  }
  return edits;
}

/** Whether a class or interface declares a member of a name. */
export function hasSignature(source: ts.SourceFile, of: Span, name: string): boolean {
  return membersAt(source, of, name).length > 0;
}

type Member = ts.ClassElement | ts.TypeElement;

function membersAt(source: ts.SourceFile, [start, end]: Span, name: string): readonly Member[] {
  let found: readonly Member[] = [];
  const visit = (node: ts.Node): void => {
    if (node.getStart(source) > end || node.end < start || found.length > 0) return;
    const isMeant = node.getStart(source) >= start && node.end <= end;
    if (isMeant && (ts.isInterfaceDeclaration(node) || ts.isClassLike(node) || ts.isTypeLiteralNode(node)))
      found = [...node.members];
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter(member => member.name?.getText(source) === name);
}

function resultOf(member: Member): ts.TypeNode | undefined {
  if (ts.isMethodSignature(member) || ts.isMethodDeclaration(member)) return member.type;
  const type = ts.isPropertySignature(member) || ts.isPropertyDeclaration(member) ? member.type : undefined;
  return type && ts.isFunctionTypeNode(type) ? type.type : undefined;
}
