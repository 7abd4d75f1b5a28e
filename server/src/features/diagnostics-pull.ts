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
import type { Project } from '../project/project.js';
import type { Place } from '../project/projects.js';
import type { Session } from '../session.js';
import { type Report, reportOf } from './reports.js';
import { Told } from './told.js';

/** A request for the whole workspace that is kept open: the client is told of changes as they come. */
interface Stream {
  readonly progress: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;
  readonly end: () => void;
}

/** So many other files are told along with the answer for one; the rest comes with the workspace. */
const MOST_RELATED = 50;

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
  #isRefreshing = false;

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
    if (!this.session.client.readsRelatedDocuments) return undefined;
    const related: Record<string, FullDocumentDiagnosticReport> = {};
    for (const { uri } of gone) related[uri] = { kind: 'full', items: [] };
    for (const [path, { project, file }] of [...this.#dirty].slice(0, MOST_RELATED)) {
      const report = reportOf(this.session, project, file);
      const isNews = path !== asked.path && this.#told.isNews(report);
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
    this.#stream?.end();
    await this.session.ready();
    if (token.isCancellationRequested) throw superseded();
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
    this.#refreshSoon();
  }

  /** Coalesces what one turn changes; the answer to a request of the same turn goes first. */
  #refreshSoon(): void {
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    setImmediate(() => {
      this.#isRefreshing = false;
      this.#tellChanges();
    });
  }

  #tellChanges(): void {
    const { refreshesDiagnostics } = this.session.client;
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    let isOpenOneDifferent = false;
    for (const [at, { project, file }] of [...this.#dirty]) {
      const report = reportOf(this.session, project, file);
      const { uri, version } = report;
      const isOpen = version !== null;
      const isNews = this.#told.isNews(report);
      // What an open document's client is not told now goes along with its next request.
      if (isNews && isOpen && (this.#awaited.has(uri) || (this.#stream === undefined && !refreshesDiagnostics)))
        continue;
      this.#dirty.delete(at);
      if (!isNews || (!isOpen && this.#stream === undefined)) continue;
      if (isOpen) isOpenOneDifferent = true;
      const gone = this.#tell(report);
      if (this.#stream !== undefined) items.push(...gone, { ...full(report), uri, version });
    }
    if (items.length > 0) this.#stream?.progress.report({ items });
    if (isOpenOneDifferent && refreshesDiagnostics) void this.connection.languages.diagnostics.refresh();
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
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled', { retriggerRequest: true });
}
