import { discoverProject } from 'eslint-plugin-loopguard/host/discover';
import { relativeTo, toPosix } from 'eslint-plugin-loopguard/host/posix-path';
import { pathOf } from '../convert/uri.js';
import type { Project } from './project.js';

/** A file and the project it belongs to. */
export interface Place {
  readonly project: Project;
  /** From the project's root, with forward slashes. */
  readonly file: string;
}

/** The projects of the workspace folders, and of files opened from elsewhere. */
export class Projects {
  readonly #folders = new Set<string>();
  readonly #byRoot = new Map<string, Project>();

  /** @param open reads a project; `before` is the one that it takes the place of */
  constructor(private readonly open: (root: string, before?: Project) => Project) {}

  all(): readonly Project[] {
    return [...this.#byRoot.values()];
  }

  /** Absolute paths of the workspace's folders. */
  get folders(): readonly string[] {
    return [...this.#folders];
  }

  addFolder(uri: string): void {
    const folder = pathOf(uri);
    if (folder === undefined) return;
    this.#folders.add(folder);
    this.#at(discoverProject(folder).root);
  }

  removeFolder(uri: string): void {
    const folder = pathOf(uri);
    if (folder !== undefined) this.#folders.delete(folder);
  }

  /** Where a document belongs; opens its project when it is in none of the folders. */
  placeOf(uri: string): Place | undefined {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const known = this.placeOfPath(path);
    if (known !== undefined) return known;
    const root = lonelyRoot(path);
    if (root === undefined) return undefined;
    const project = this.#at(root);
    const file = relativeTo(root, path);
    return file === undefined ? undefined : { project, file };
  }

  /** As {@link placeOf}, among the projects that are open; of several the innermost. */
  placeOfPath(path: string): Place | undefined {
    let best: Place | undefined;
    for (const project of this.#byRoot.values()) {
      const file = relativeTo(project.root, path);
      if (file !== undefined && (best === undefined || project.root.length > best.project.root.length))
        best = { project, file };
    }
    return best;
  }

  /** Whether no project further in has the file: where folders overlap, one of them tells of it. */
  isOwn(project: Project, file: string): boolean {
    return this.placeOfPath(project.pathOf(file))?.project === project;
  }

  /** Whether a file is in one of the workspace's folders: others are shown only while they are open. */
  isInFolders(path: string): boolean {
    return [...this.#folders].some(folder => relativeTo(folder, path) !== undefined);
  }

  /** Closes projects that neither a folder nor one of the open documents needs. Returns those. */
  closeUnused(openUris: readonly string[]): readonly Project[] {
    const needed = this.#neededRoots(openUris);
    const unused = this.all().filter(({ root }) => !needed.has(root));
    for (const project of unused) {
      project.close();
      this.#byRoot.delete(project.root);
    }
    return unused;
  }

  /** Closes all projects and opens those that are needed again: what they were read with is different. */
  reopen(openUris: readonly string[]): void {
    this.close();
    for (const root of this.#neededRoots(openUris)) this.#at(root);
  }

  /** Reads one project again. */
  replace(project: Project): void {
    if (this.#byRoot.get(project.root) !== project) return;
    project.close();
    this.#byRoot.set(project.root, this.open(project.root, project));
  }

  close(): void {
    for (const project of this.#byRoot.values()) project.close();
    this.#byRoot.clear();
  }

  #at(root: string): Project {
    let project = this.#byRoot.get(root);
    if (project === undefined) this.#byRoot.set(root, (project = this.open(root)));
    return project;
  }

  #neededRoots(openUris: readonly string[]): ReadonlySet<string> {
    const roots = new Set([...this.#folders].map(folder => discoverProject(folder).root));
    for (const uri of openUris) {
      const path = pathOf(uri);
      if (path === undefined || [...roots].some(root => relativeTo(root, path) !== undefined)) continue;
      const root = lonelyRoot(path);
      if (root !== undefined) roots.add(root);
    }
    return roots;
  }
}

/**
 * Root of the project of a file outside all folders. Undefined for dependencies, which people open to
 * read them, and for files of no project: the folder they happen to stand in may be a home folder.
 */
function lonelyRoot(path: string): string | undefined {
  if (toPosix(path).split('/').includes('node_modules')) return undefined;
  const { root, kind } = discoverProject(path);
  return kind === 'folder' ? undefined : root;
}
