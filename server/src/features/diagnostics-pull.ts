import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  ResponseError,
  LSPErrorCodes,
  type ResultProgressReporter,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { pathOf } from '../convert/uri.js';
import type { Project } from '../project/project.js';
import type { Place } from '../project/projects.js';
import type { Session } from '../session.js';
import { oncePerTurn } from './once-per-turn.js';
import { isHeld, type Report, reportOf } from './reports.js';
import { Told } from './told.js';

/** A request for the whole workspace that is kept open: the client is told of changes as they come. */
interface Stream {
  readonly progress: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;
  readonly end: () => void;
}

/** So many other files are told along with the answer for one; the rest comes with the workspace. */
const MOST_RELATED = 50;

/** A client that asks a last time about a document it closes has the answer by then. */
const CLOSED_MS = 1_000;

/**
 * Diagnostics for clients that ask: of a document, and of the workspace. A change in one file can
 * change what is found in others; clients are told of those by related documents, by the stream of
 * the workspace, or by being asked to ask again.
 */
export class DiagnosticsPull {
  readonly #told = new Told();
  /** Changed since the client asked, by absolute path. */
  readonly #dirty = new Map<string, Place>();
  /** Documents that were changed: the client asks about them by itself. */
  readonly #awaited = new Set<string>();
  #stream: Stream | undefined;
  /** Coalesces what one turn changes; the answer to a request of the same turn goes first. */
  readonly #tellSoon = oncePerTurn(() => this.#tellChanges());

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {
    session.onChanged((project, files) => this.#changed(project, files));
    connection.languages.diagnostics.on((params, token) => this.#document(params, token));
    connection.languages.diagnostics.onWorkspace((params, token, _done, progress) =>
      this.#workspace(params, token, progress),
    );
  }

  /** A document was opened or changed. */
  edited(uri: string): void {
    this.#awaited.add(uri);
  }

  /**
   * A document was closed. VS Code's client asks about it once more, and what the stream tells of it
   * before that answer is there gets lost: it is told again.
   */
  closed(uri: string): void {
    const path = pathOf(uri);
    if (path === undefined) return;
    setTimeout(() => {
      const place = this.session.projects.placeOfPath(path);
      if (this.#stream === undefined || place?.project.isReady !== true) return;
      const report = reportOf(this.session, place.project, place.file);
      if (report.version !== null) return;
      const gone = this.#tell(report);
      this.#stream.progress.report({ items: [...gone, { ...full(report), uri: report.uri, version: null }] });
    }, CLOSED_MS).unref();
  }

  async #document(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const place = await this.session.placeOf(uri);
    if (token.isCancellationRequested) throw superseded();
    if (place === undefined) return { kind: 'full', items: [] };
    const report = reportOf(this.session, place.project, place.file);
    this.#awaited.delete(uri);
    const relatedDocuments = this.#related(report);
    const own = report.id === previousResultId ? unchanged(report) : full(report);
    return relatedDocuments === undefined ? own : { ...own, relatedDocuments };
  }

  /** Other files that the same edit made different. */
  #related(
    asked: Report,
  ): Record<string, FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport> | undefined {
    const gone = this.#tell(asked);
    if (gone.length > 0) this.#stream?.progress.report({ items: [...gone] });
    if (!this.session.client.readsRelatedDocuments) return undefined;
    const related: Record<string, FullDocumentDiagnosticReport> = {};
    for (const { uri } of gone) related[uri] = { kind: 'full', items: [] };
    for (const { report } of this.#takeDirty(MOST_RELATED)) {
      const isNews = this.#told.isNews(report);
      for (const { uri } of this.#tell(report)) related[uri] = { kind: 'full', items: [] };
      if (isNews) related[report.uri] = full(report);
    }
    return Object.keys(related).length === 0 ? undefined : related;
  }

  async #workspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    await this.session.ready();
    if (token.isCancellationRequested) throw superseded();
    // Also of a request that came before this one and waited as well.
    this.#stream?.end();
    this.#stream = undefined;
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items = this.#all(known);
    if (progress === undefined) return { items };
    progress.report({ items });
    await new Promise<void>(resolve => {
      const stream: Stream = { progress, end: resolve };
      this.#stream = stream;
      token.onCancellationRequested(() => {
        if (this.#stream === stream) this.#stream = undefined;
        resolve();
      });
    });
    return { items: [] };
  }

  /** All files with something to show, and those the client believes to have. */
  #all(known: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport[] {
    const reports = new Map<string, Report>();
    for (const project of this.session.projects.all()) {
      project.flush();
      for (const file of project.filesToShow()) {
        const report = reportOf(this.session, project, file);
        reports.set(report.uri, report);
      }
    }
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const report of reports.values()) {
      if (report.diagnostics.length === 0 && !known.has(report.uri)) continue;
      this.#tell(report);
      const { uri, version } = report;
      items.push({ ...(known.get(uri) === report.id ? unchanged(report) : full(report)), uri, version });
    }
    for (const uri of known.keys()) {
      if (!reports.has(uri)) items.push({ kind: 'full', uri, version: null, items: [] });
    }
    return items;
  }

  #changed(project: Project, files: readonly string[]): void {
    for (const file of files) this.#dirty.set(project.pathOf(file), { project, file });
    this.#tellSoon();
  }

  #tellChanges(): void {
    const { session } = this;
    for (const uri of this.#awaited) if (session.documents.get(uri) === undefined) this.#awaited.delete(uri);
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    let isOpenOneDifferent = false;
    for (const { report, place } of this.#takeDirty()) {
      if (!this.#told.isNews(report)) continue;
      const { uri, version } = report;
      const isOpen = version !== null;
      const asksItself = this.#awaited.has(uri);
      if (this.#stream === undefined) {
        if (!isOpen) continue;
        if (asksItself || !session.client.refreshesDiagnostics) {
          // It goes along with the next answer.
          this.#dirty.set(report.path, place);
          continue;
        }
      }
      if (isOpen && !asksItself) isOpenOneDifferent = true;
      const gone = this.#tell(report);
      if (this.#stream !== undefined) items.push(...gone, { ...full(report), uri, version });
    }
    if (items.length > 0) this.#stream?.progress.report({ items });
    if (isOpenOneDifferent && session.client.refreshesDiagnostics) {
      // A client that refuses asks again when it likes.
      this.connection.languages.diagnostics.refresh().catch(() => undefined);
    }
  }

  /** What changed, as it is now. Taken out first: what cannot be reported must not keep the others from it. */
  #takeDirty(most = Infinity): readonly { readonly report: Report; readonly place: Place }[] {
    const taken = [...this.#dirty].slice(0, most);
    for (const [path] of taken) this.#dirty.delete(path);
    return taken.flatMap(([path, before]) => {
      try {
        const place = this.#placeNow(path, before);
        if (place !== undefined) return { report: reportOf(this.session, place.project, place.file), place };
        this.#dirty.set(path, before);
      } catch (error) {
        this.session.failures.note(`the diagnostics of ${path}`, error);
      }
      return [];
    });
  }

  /** Its project may have been closed meanwhile, or be read anew: undefined until that is done. */
  #placeNow(path: string, before: Place): Place | undefined {
    if (isHeld(this.session, before.project)) return before;
    const place = this.session.projects.placeOfPath(path) ?? before;
    return place === before || place.project.isReady ? place : undefined;
  }

  /** Takes down that the client is told. What has to be withdrawn: the same file under another URI. */
  #tell(report: Report): readonly WorkspaceDocumentDiagnosticReport[] {
    this.#dirty.delete(report.path);
    const before = this.#told.note(report);
    return before === undefined ? [] : [{ kind: 'full', uri: before, version: null, items: [] }];
  }
}

function full({ diagnostics, id }: Report): FullDocumentDiagnosticReport {
  return { kind: 'full', items: [...diagnostics], resultId: id };
}

function unchanged({ id }: Report): UnchangedDocumentDiagnosticReport {
  return { kind: 'unchanged', resultId: id };
}

/** Nobody waits for the answer any more. Should somebody do so all the same, asking again is right. */
function superseded(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'cancelled', { retriggerRequest: true });
}
