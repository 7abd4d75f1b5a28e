import type { DidChangeTextDocumentParams, TextDocumentItem } from 'vscode-languageserver';
import { Positions, type PositionEncoding } from '../convert/positions.js';
import { pathOf } from '../convert/uri.js';

/** A document as the client holds it, saved or not. */
export interface OpenDocument {
  /** As the client writes it. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly positions: Positions;
}

/** The documents that the client has opened, kept in step with it. */
export class OpenDocuments {
  readonly #documents = new Map<string, OpenDocument>();
  readonly #uris = new Map<string, string>();

  constructor(private readonly encoding: PositionEncoding) {}

  get(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  /** The document of an absolute native path. */
  at(path: string): OpenDocument | undefined {
    const uri = this.#uris.get(path);
    return uri === undefined ? undefined : this.#documents.get(uri);
  }

  all(): readonly OpenDocument[] {
    return [...this.#documents.values()];
  }

  open({ uri, version, text }: TextDocumentItem): OpenDocument {
    const document = { uri, version, text, positions: new Positions(text, this.encoding) };
    const path = pathOf(uri);
    if (path !== undefined) this.#uris.set(path, uri);
    this.#documents.set(uri, document);
    return document;
  }

  /** Undefined when the document is not open: the client is confused, and nothing is changed. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): OpenDocument | undefined {
    const known = this.#documents.get(textDocument.uri);
    if (known === undefined) return undefined;
    const positions = known.positions.after(contentChanges);
    const { uri } = known;
    const document = { uri, version: textDocument.version, text: positions.text, positions };
    this.#documents.set(uri, document);
    return document;
  }

  close(uri: string): void {
    const path = pathOf(uri);
    if (path !== undefined) this.#uris.delete(path);
    this.#documents.delete(uri);
  }
}
