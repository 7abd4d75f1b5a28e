/** `repository.ts` of a module: the interface, one kept in memory, one kept in files. */
export function repositoryText({ name, type, fields, blocking }) {
  const texts = fields.filter(([, kind]) => kind === 'string').map(([field]) => field);
  const searched = texts.length > 0 ? texts : ['status'];
  const fs = blocking ? "import { readFileSync } from 'node:fs';\n" : '';
  return `${fs}import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Id, type Page, paged, type Repository } from '../../../shared/index.js';
import type { ${type}, ${type}Filter } from './model.js';

export interface ${type}Repository extends Repository<${type}> {
  find(filter: ${type}Filter): Promise<${type}[]>;
  page(filter: ${type}Filter, offset: number, size: number): Promise<Page<${type}>>;
  countOf(status: ${type}['status']): Promise<number>;
}

function matches(value: ${type}, filter: ${type}Filter): boolean {
  if (filter.status !== undefined && value.status !== filter.status) return false;
  if (filter.since !== undefined && value.createdAt < filter.since) return false;
  if (filter.text === undefined) return true;
  const text = filter.text.toLowerCase();
  return [${searched.map(field => `value.${field}`).join(', ')}].some(part => part.toLowerCase().includes(text));
}

export class Memory${type}Repository implements ${type}Repository {
  private readonly values = new Map<Id, ${type}>();

  async get(id: Id): Promise<${type} | undefined> {
    return this.values.get(id);
  }

  async save(value: ${type}): Promise<void> {
    this.values.set(value.id, { ...value, updatedAt: new Date() });
  }

  async remove(id: Id): Promise<boolean> {
    return this.values.delete(id);
  }

  async find(filter: ${type}Filter): Promise<${type}[]> {
    const found = [...this.values.values()].filter(value => matches(value, filter));
    return filter.limit === undefined ? found : found.slice(0, filter.limit);
  }

  async page(filter: ${type}Filter, offset: number, size: number): Promise<Page<${type}>> {
    return paged(await this.find(filter), offset, size);
  }

  async countOf(status: ${type}['status']): Promise<number> {
    let count = 0;
    for (const value of this.values.values()) if (value.status === status) count += 1;
    return count;
  }
}

export class File${type}Repository implements ${type}Repository {
  constructor(private readonly folder: string) {}

  private path(id: Id): string {
    return join(this.folder, \`${name}-\${id}.json\`);
  }

  private parse(text: string): ${type} {
    const raw = JSON.parse(text) as ${type};
    return { ...raw, createdAt: new Date(raw.createdAt), updatedAt: new Date(raw.updatedAt) };
  }

  async get(id: Id): Promise<${type} | undefined> {
    try {
      return this.parse(${blocking ? "readFileSync(this.path(id), 'utf8')" : "await readFile(this.path(id), 'utf8')"});
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async save(value: ${type}): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await writeFile(this.path(value.id), JSON.stringify({ ...value, updatedAt: new Date() }));
  }

  async remove(id: Id): Promise<boolean> {
    if ((await this.get(id)) === undefined) return false;
    await rm(this.path(id), { force: true });
    return true;
  }

  async find(filter: ${type}Filter): Promise<${type}[]> {
    const found: ${type}[] = [];
    for (const name of await readdir(this.folder)) {
      if (!name.startsWith('${name}-')) continue;
      const value = this.parse(await readFile(join(this.folder, name), 'utf8'));
      if (matches(value, filter)) found.push(value);
      if (filter.limit !== undefined && found.length >= filter.limit) break;
    }
    return found;
  }

  async page(filter: ${type}Filter, offset: number, size: number): Promise<Page<${type}>> {
    return paged(await this.find(filter), offset, size);
  }

  async countOf(status: ${type}['status']): Promise<number> {
    return (await this.find({ status })).length;
  }
}
`;
}
