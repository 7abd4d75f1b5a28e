import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ts } from 'ts-morph';

interface Layer {
  readonly layer: string;
  readonly mayImport: readonly string[];
  readonly packages: readonly string[] | 'any';
  readonly because: string;
}

interface Import {
  readonly from: string;
  readonly line: number;
  readonly specifier: string;
  /** Path below rules/src, for a relative specifier. */
  readonly target?: string;
}

const rules = fileURLToPath(new URL('../', import.meta.url));
const layers = JSON.parse(readFileSync(`${rules}layers.json`, 'utf8')) as Layer[];

const files = readdirSync(`${rules}src`, { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.ts'))
  .sort();

function importsOf(from: string): Import[] {
  const text = readFileSync(`${rules}src/${from}`, 'utf8');
  return ts.preProcessFile(text).importedFiles.map(({ fileName: specifier, pos }) => {
    const line = text.slice(0, pos).split('\n').length;
    if (!specifier.startsWith('.')) return { from, line, specifier };
    return { from, line, specifier, target: posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts') };
  });
}

const imports = new Map(files.map(file => [file, importsOf(file)]));
const all = [...imports.values()].flat();

const isIn = (file: string, layer: string): boolean => file === layer || file.startsWith(`${layer}/`);
/** The innermost layer of a file: the table names inner layers first. */
const layerOf = (file: string): Layer | undefined => layers.find(({ layer }) => isIn(file, layer));
const at = ({ from, line }: Import): string => `rules/src/${from}:${String(line)}`;

/** Who may import whom: rules/layers.json says it, ARCHITECTURE.md explains it. */
describe('layers', () => {
  it('has files to look at, each in a layer', () => {
    assert.ok(files.length > 0 && all.length > 0);
    assert.deepEqual(
      files.filter(file => !layerOf(file)),
      [],
      'every file below rules/src belongs to a layer of rules/layers.json',
    );
  });

  it('imports files of permitted layers only', () => {
    const wrong = all.flatMap(entry => {
      const own = layerOf(entry.from);
      const { target } = entry;
      if (!own || target === undefined || isIn(target, own.layer)) return [];
      if (own.mayImport.some(allowed => isIn(target, allowed))) return [];
      return [`${at(entry)} imports ${target}; ${own.layer} may import ${own.mayImport.join(', ')}: ${own.because}.`];
    });
    assert.deepEqual(wrong, []);
  });

  it('imports permitted packages only: no eslint, vscode or node: in core', () => {
    const wrong = all.flatMap(entry => {
      const own = layerOf(entry.from);
      if (!own || entry.target !== undefined || own.packages === 'any') return [];
      if (own.packages.includes(entry.specifier)) return [];
      return [`${at(entry)} imports '${entry.specifier}': ${own.because}.`];
    });
    assert.deepEqual(wrong, []);
  });

  it('keeps hazards apart: only their index knows them', () => {
    const wrong = all
      .filter(({ target }) => target !== undefined && /^core\/hazards\/no-[^/]*$/.test(target))
      .filter(({ from }) => from !== 'core/hazards/index.ts')
      .map(entry => `${at(entry)} imports ${String(entry.target)}: what two hazards share is a file of its own.`);
    assert.deepEqual(wrong, []);
  });

  it('has no import cycles', () => {
    assert.deepEqual(cycles(), [], 'move what both sides need into a file of its own');
  });

  it('names files after what they hold', () => {
    const vague = /^(utils?|helpers?|common|misc)$/;
    const wrong = files.filter(
      file => vague.test(basename(file, '.ts')) || file.split('/').some(part => vague.test(part)),
    );
    assert.deepEqual(wrong, [], 'a file that is named after nothing in particular comes to hold everything');
  });
});

/** Every cycle found by a depth-first walk, written as a path. */
function cycles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  function visit(file: string): void {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file].join(' -> '));
    if (start >= 0 || done.has(file)) return;
    path.push(file);
    for (const { target } of imports.get(file) ?? []) if (target !== undefined) visit(target);
    path.pop();
    done.add(file);
  }
  for (const file of files) visit(file);
  return found;
}
