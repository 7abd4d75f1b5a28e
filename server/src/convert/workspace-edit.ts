import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit as EngineEdit } from 'eslint-plugin-loopguard/core/model';
import type { ClientAbilities } from '../client-abilities.js';
import type { Positions } from './positions.js';

/** An edit as it is planned, in offsets of the text that was analysed. */
export interface PlannedEdit extends EngineEdit {
  /** The same text with a place to fill in, for clients that know snippets. */
  readonly snippet?: string;
}

/** Edits of one file; several entries of one file are put together. */
export interface FileEdits {
  readonly uri: string;
  /** Of the open document; null for files on disk. */
  readonly version: number | null;
  readonly positions: Positions;
  readonly edits: readonly PlannedEdit[];
}

/**
 * Edits in the best form the client understands: with the documents' versions, so that they are
 * refused when something was typed meanwhile. None asks for confirmation: an editor leaves those out that nobody has
 * ticked, and a part of them is no rewrite.
 */
export function workspaceEdit(
  files: readonly FileEdits[],
  client: Pick<ClientAbilities, 'documentChanges' | 'snippetEdits'>,
): WorkspaceEdit {
  const documents = [...together(files).values()];
  if (!client.documentChanges) {
    return {
      changes: Object.fromEntries(documents.map(file => [file.uri, file.edits.map(edit => plain(file, edit))])),
    };
  }
  const documentChanges = documents.map((file): TextDocumentEdit => {
    const edits = file.edits.map(edit => {
      if (edit.snippet !== undefined && client.snippetEdits) return snippet(file, edit, edit.snippet);
      return plain(file, edit);
    });
    return { textDocument: { uri: file.uri, version: file.version }, edits };
  });
  return { documentChanges };
}

/** Identical insertions of several fixes are one. */
function together(files: readonly FileEdits[]): ReadonlyMap<string, FileEdits> {
  const known = new Map<string, FileEdits>();
  for (const file of files) {
    const before = known.get(file.uri);
    const edits = before ? [...before.edits] : [];
    for (const edit of file.edits) if (!edits.some(other => isSame(other, edit))) edits.push(edit);
    known.set(file.uri, { ...file, edits: edits.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]) });
  }
  return known;
}

function isSame(a: EngineEdit, b: EngineEdit): boolean {
  return a.text === b.text && a.span[0] === b.span[0] && a.span[1] === b.span[1];
}

function plain({ positions }: FileEdits, { span, text }: PlannedEdit): TextEdit {
  return { range: positions.range(span), newText: text };
}

function snippet({ positions }: FileEdits, { span }: PlannedEdit, value: string): SnippetTextEdit {
  return { range: positions.range(span), snippet: { kind: 'snippet', value } };
}

/** A text as a snippet, in which the part at `at` is for the person to fill in. */
export function snippetOf(text: string, at: number, length: number): string {
  const escaped = (part: string): string => part.replaceAll(/[\\$}]/g, '\\$&');
  return `${escaped(text.slice(0, at))}\${1:${escaped(text.slice(at, at + length))}}${escaped(text.slice(at + length))}`;
}
