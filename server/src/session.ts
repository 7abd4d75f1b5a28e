import { isDeepStrictEqual } from 'node:util';
import { relativeTo } from 'eslint-plugin-loopguard/host/posix-path';
import type { ClientAbilities } from './client-abilities.js';
import { EslintSources } from './configuration/eslint-sources.js';
import { ProjectRules } from './configuration/project-rules.js';
import { DEFAULTS, type Settings } from './configuration/settings.js';
import type { Locate } from './convert/diagnostic.js';
import type { Positions } from './convert/positions.js';
import { Texts } from './convert/texts.js';
import { pathOf, uriOf } from './convert/uri.js';
import { Background } from './project/background.js';
import { Failures } from './project/failures.js';
import { type OpenDocument, OpenDocuments } from './project/open-documents.js';
import { Project } from './project/project.js';
import { type Place, Projects } from './project/projects.js';
import type { EditorChanged } from './protocol.js';

/** Told of files of a project in which something may look different now. */
export type OnChanged = (project: Project, files: readonly string[]) => void;

/** What the session needs of its surroundings. */
export interface Surroundings {
  readonly client: ClientAbilities;
  readonly log: (message: string) => void;
  /** Told how far a project is read. */
  readonly onProgress: (root: string, done: number, total: number) => void;
  /** What the editor said of itself last. */
  readonly editor: () => EditorChanged;
}

/**
 * What the features share: documents, projects, configuration. It knows none of the features; they
 * are told of changes.
 */
export class Session {
  readonly background = new Background();
  readonly failures: Failures;
  readonly documents: OpenDocuments;
  readonly projects: Projects;
  readonly client: ClientAbilities;
  settings: Settings = DEFAULTS;
  readonly #texts: Texts;
  readonly #eslint: EslintSources;
  readonly #listeners: OnChanged[] = [];
  /** Settled when settings and folders are known. */
  readonly started: Promise<void>;
  #started!: () => void;
  #isStarted = false;
  #showsAll = false;
  /** Files of projects that were closed to be read again: the client has to be told what became of them. */
  #shown: ReadonlyMap<string, readonly string[]> = new Map();

  constructor(private readonly surroundings: Surroundings) {
    const { client, log } = surroundings;
    this.client = client;
    this.failures = new Failures(log);
    this.documents = new OpenDocuments(client.encoding);
    this.#texts = new Texts(client.encoding);
    this.projects = new Projects((root, before) => this.#open(root, before));
    this.#eslint = new EslintSources({
      folders: () => this.projects.folders,
      isWanted: () => surroundings.editor().trusted === true && this.settings.eslint !== 'off',
      log,
    });
    this.started = new Promise(resolve => (this.#started = resolve));
  }

  onChanged(listener: OnChanged): void {
    this.#listeners.push(listener);
  }

  /** The open document of a file, if there is one. */
  documentOf(project: Project, file: string): OpenDocument | undefined {
    return this.documents.at(project.pathOf(file));
  }

  /** As the client writes it, where it is open. */
  uriOf(project: Project, file: string): string {
    return this.documentOf(project, file)?.uri ?? uriOf(project.pathOf(file));
  }

  /** Positions in the text that was analysed; undefined when that text is not to be had any more. */
  positions(project: Project, file: string): Positions | undefined {
    const text = project.workspace?.text(file);
    if (text === undefined) return undefined;
    const open = this.documentOf(project, file);
    return open?.text === text ? open.positions : this.#texts.positions(project.pathOf(file), text);
  }

  locate(project: Project): Locate {
    return ({ file, span }) => {
      const positions = this.positions(project, file);
      return positions && { uri: this.uriOf(project, file), range: positions.range(span) };
    };
  }

  /** The document's place once its project is read, with what was typed taken in. */
  async placeOf(uri: string): Promise<Place | undefined> {
    await this.started;
    const place = this.projects.placeOf(uri);
    await place?.project.ready;
    place?.project.flush();
    return place;
  }

  /** Settled when all projects are read. */
  async ready(): Promise<void> {
    await this.started;
    for (const project of this.projects.all()) await project.ready;
  }

  /** Whether a file's findings are shown at all: it is open, or all files of the workspace are shown. */
  isInScope(project: Project, file: string): boolean {
    if (!this.settings.enable || !this.projects.isOwn(project, file)) return false;
    if (this.documentOf(project, file) !== undefined) return true;
    const isWanted = this.#showsAll || this.settings.scope === 'workspace';
    return isWanted && this.projects.isInFolders(project.pathOf(file));
  }

  /** How many findings are shown, and in how many files. */
  count(): { readonly findings: number; readonly inFiles: number } {
    let findings = 0;
    let inFiles = 0;
    for (const project of this.projects.all()) {
      for (const [file, count] of project.counts()) {
        if (count === 0 || !this.isInScope(project, file)) continue;
        findings += count;
        inFiles++;
      }
    }
    return { findings, inFiles };
  }

  /** Shows the findings of all files until the settings change, whatever they say of it. */
  showAll(): void {
    if (this.#showsAll || this.settings.scope === 'workspace') return;
    this.#showsAll = true;
    for (const project of this.projects.all()) this.#tell(project, project.filesToShow());
  }

  /** ESLint's own extension shows what its configuration finds in open files, and nothing is to be shown twice. */
  get isShownByEslint(): boolean {
    return this.settings.eslint === 'auto' && this.surroundings.editor().eslintExtension === true;
  }

  /** Begins with the workspace's folders and what is open; nothing is read before. */
  start(settings: Settings, folderUris: readonly string[]): void {
    this.settings = settings;
    for (const uri of folderUris) this.projects.addFolder(uri);
    for (const { uri } of this.documents.all()) this.projects.placeOf(uri);
    this.#isStarted = true;
    this.#started();
  }

  /** Takes over other settings. What they make different is read, asked or told anew, and nothing else. */
  configure(settings: Settings): void {
    const before = this.settings;
    if (!this.#isStarted || isDeepStrictEqual(settings, before)) return;
    this.settings = settings;
    this.#showsAll = false;
    if (settings.eslint !== before.eslint || !isDeepStrictEqual(settings.analysis, before.analysis)) {
      this.reopen();
      return;
    }
    const isAboutRules = settings.strict !== before.strict || !isDeepStrictEqual(settings.rules, before.rules);
    for (const project of this.projects.all()) {
      if (isAboutRules) {
        project.rules.configure(settings);
        void project.rulesChanged();
      } else this.#tell(project, this.#tellable(project));
    }
  }

  /** What the editor says of itself is different now. */
  editorChanged(before: EditorChanged): void {
    const now = this.surroundings.editor();
    if ((now.trusted === true) !== (before.trusted === true)) this.reopen();
    else if (now.eslintExtension !== before.eslintExtension)
      for (const project of this.projects.all()) this.#tell(project, this.#tellable(project));
  }

  /** A document was opened or changed. */
  edited({ uri, text }: OpenDocument): void {
    if (!this.#isStarted) return;
    const place = this.projects.placeOf(uri);
    place?.project.setText(place.file, text);
    // After what else came in: several edits at once are one.
    setImmediate(() => place?.project.flush());
  }

  /** A document was closed: the disk counts again. */
  closed(uri: string): void {
    this.documents.close(uri);
    const path = pathOf(uri);
    const place = path === undefined ? undefined : this.projects.placeOfPath(path);
    place?.project.setText(place.file, undefined);
    place?.project.flush();
    this.closeUnused();
  }

  /** Folders of the workspace came and went. */
  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    for (const uri of added) this.projects.addFolder(uri);
    for (const uri of removed) this.projects.removeFolder(uri);
    this.closeUnused();
    // What is left may be shown by another project, or not at all.
    for (const project of this.projects.all()) this.#tell(project, this.#tellable(project));
  }

  /** Reads all projects anew, under the settings of now. */
  reopen(): void {
    if (!this.#isStarted) return;
    this.failures.forget();
    this.#shown = new Map(this.projects.all().map(project => [project.root, project.filesToShow()]));
    this.projects.reopen(this.documents.all().map(({ uri }) => uri));
  }

  /** Closes projects that nothing needs any more, and tells that nothing is found in them. */
  closeUnused(): void {
    for (const project of this.projects.closeUnused(this.documents.all().map(({ uri }) => uri))) {
      this.#tell(project, project.filesToShow());
    }
  }

  /** ESLint's configuration, or what is installed, is different now. */
  eslintChanged(): void {
    this.#eslint.reset();
    for (const project of this.projects.all()) {
      void project.eslintChanged().catch((error: unknown) => this.failures.note(`ESLint's configuration`, error));
    }
  }

  close(): void {
    this.#eslint.dispose();
    this.projects.close();
    this.background.stop();
  }

  #open(root: string, before?: Project): Project {
    const { onProgress } = this.surroundings;
    const rules = before?.rules ?? this.#rulesAt(root);
    const project: Project = new Project({
      root,
      rules,
      openTexts: this.#openTexts(root),
      shownBefore: before?.filesToShow() ?? this.#shown.get(root) ?? [],
      background: this.background,
      failures: this.failures,
      log: this.surroundings.log,
      onProgress: (done, total) => onProgress(root, done, total),
      onOtherSettings: () => this.#reopen(project),
      onChanged: files => this.#tell(project, files),
    });
    return project;
  }

  #reopen(project: Project): void {
    this.projects.replace(project);
  }

  #rulesAt(root: string): ProjectRules {
    const { log } = this.surroundings;
    return new ProjectRules({ root, askEslint: this.#eslint.for(root), complain: log }, this.settings);
  }

  /** Files of a project that may look different for a reason that is not in the project: shown ones and open ones. */
  #tellable(project: Project): readonly string[] {
    return [...new Set([...project.filesToShow(), ...this.#openTexts(project.root).keys()])];
  }

  /** A feature that fails costs that feature. */
  #tell(project: Project, files: readonly string[]): void {
    for (const [index, listener] of this.#listeners.entries())
      this.failures.contain(`what feature ${index} tells of ${project.name}`, () => listener(project, files));
  }

  /** Open documents below a root, by project-relative path. */
  #openTexts(root: string): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    for (const { uri, text } of this.documents.all()) {
      const path = pathOf(uri);
      const file = path === undefined ? undefined : relativeTo(root, path);
      if (file !== undefined) texts.set(file, text);
    }
    return texts;
  }
}
