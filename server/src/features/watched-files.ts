import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
} from 'vscode-languageserver';
import { isLeftOut } from 'eslint-plugin-loopguard/host/left-out-folders';
import { relativeTo } from 'eslint-plugin-loopguard/host/posix-path';
import { isEslintConfiguration } from '../eslint-config/index.js';
import { pathOf } from '../convert/uri.js';
import type { Project } from '../project/project.js';
import type { Session } from '../session.js';
import { oncePerTurn } from './once-per-turn.js';

/** What the analysis reads: sources, and what says how they belong together. */
const WATCHED = [
  '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}',
  '**/{package.json,pnpm-workspace.yaml,.gitignore,loopguard.config.json,.eslintignore}',
  // Eglot knows no asterisk between braces.
  '**/tsconfig*.json',
  '**/jsconfig*.json',
  '**/.eslintrc*',
];

/** More changes than this at once are a branch switch: everything is read again, once. */
const MANY = 500;

/** Keeps projects equal to the disk as the client reports changes. */
export class WatchedFiles {
  readonly #waiting = new Map<Project, Set<string>>();
  /** Clients report one by one what a tool changes in one go. */
  readonly #tellSoon = oncePerTurn(() => this.#tell());

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {
    connection.onDidChangeWatchedFiles(params => this.#changed(params));
  }

  /** Whether the client watches. Without it, files are looked at again when a document is saved. */
  async register(): Promise<boolean> {
    if (!this.session.client.registersWatchers) return false;
    const watchers = WATCHED.map(globPattern => ({ globPattern }));
    try {
      await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      return true;
    } catch (error) {
      this.connection.console.warn(`The client does not watch files: ${String(error)}`);
      return false;
    }
  }

  /** Reads everything again: for clients that do not watch. */
  all(): void {
    for (const project of this.session.projects.all()) void project.filesChanged('all');
  }

  #changed({ changes }: DidChangeWatchedFilesParams): void {
    let isOtherConfiguration = false;
    for (const { uri, type } of changes) {
      const path = pathOf(uri);
      if (path === undefined) continue;
      if (this.#mayConfigureEslint(path)) isOtherConfiguration = true;
      // What is open and still there is known from the editor.
      if (type === FileChangeType.Changed && this.session.documents.get(uri) !== undefined) continue;
      for (const project of this.session.projects.all()) {
        const file = relativeTo(project.root, path);
        if (file !== undefined) this.#waiting.set(project, (this.#waiting.get(project) ?? new Set<string>()).add(file));
      }
    }
    if (isOtherConfiguration) this.session.eslintChanged();
    if (this.#waiting.size > 0) this.#tellSoon();
  }

  /** Builds write manifests of their own, again and again: those are nobody's configuration. */
  #mayConfigureEslint(path: string): boolean {
    if (!isEslintConfiguration(path)) return false;
    const folders = this.session.projects.placeOfPath(path)?.file.split('/').slice(0, -1) ?? [];
    return !folders.some(name => isLeftOut(name, true));
  }

  #tell(): void {
    for (const [project, files] of this.#waiting) void project.filesChanged(files.size > MANY ? 'all' : [...files]);
    this.#waiting.clear();
  }
}
