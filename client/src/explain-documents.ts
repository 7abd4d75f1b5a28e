import { EXPLAIN, type ExplainParams } from 'loopguard-language-server/protocol';
import { Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import { EXPLAIN_SCHEME, explainAddress, explainedFile } from './explain-uri.js';
import type { Session } from './session.js';

/** Read-only documents that say what the analysis thinks of a file, in Markdown. */
export class ExplainDocuments implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #session: Session;
  readonly #registration: Disposable;

  constructor(session: Session) {
    this.#session = session;
    this.#registration = Disposable.from(
      workspace.registerTextDocumentContentProvider(EXPLAIN_SCHEME, this),
      // What is saved in one file may change what is said of another.
      workspace.onDidSaveTextDocument(({ uri }) => {
        if (uri.scheme === 'file') this.refresh();
      }),
    );
  }

  /** The document for a file, with today's text. */
  open(file: Uri): Uri {
    const document = Uri.from(explainAddress(file.toString()));
    this.#changed.fire(document);
    return document;
  }

  /** Renews the documents that are open. */
  refresh(): void {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === EXPLAIN_SCHEME) this.#changed.fire(uri);
  }

  async provideTextDocumentContent(document: Uri): Promise<string> {
    const params: ExplainParams = { uri: explainedFile(document) };
    const text = await this.#session.request<string | null>(EXPLAIN, params);
    return (
      text ??
      'Loopguard does not analyse this file: it is outside the workspace, ignored, or not JavaScript or TypeScript.'
    );
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
