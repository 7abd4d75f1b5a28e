import assert from 'node:assert/strict';
import { Estimates } from '#dist/core/estimates.js';
import type { World } from '#dist/core/world.js';
import { runSteps } from '#dist/core/steps.js';
import { MemoryPort } from '../fixtures/memory-port.js';
import { EditedProject } from './edited-project.js';

const PORT = new MemoryPort(new Map());

/** A world that only counts how often it is patched, or fails at it. */
const world = (patch: () => readonly string[] = () => []): World => {
  const stub = { patches: 0, patch: () => (stub.patches++, patch()) };
  return stub as unknown as World;
};
const broken = (): World =>
  world(() => {
    throw new Error('a bug');
  });

const estimates = (...worlds: readonly (readonly [key: string, world: World])[]): Estimates => {
  const made = new Estimates(new Map());
  made.keep();
  for (const [key, one] of worlds) made.set(key, one);
  return made;
};

describe('Estimates', () => {
  it('keeps the last few worlds, and has the newest for others', () => {
    const worlds = Array.from({ length: 6 }, (_, index) => [String(index), world()] as const);
    const kept = estimates(...worlds);
    const newest = worlds[5]?.[1];
    assert.deepEqual(
      worlds.map(([key, own]) =>
        kept.get(key, PORT) === own ? 'own' : kept.get(key, PORT) === newest ? 'newest' : '',
      ),
      ['newest', 'newest', 'own', 'own', 'own', 'own'],
    );
  });

  it('keeps one world of other settings, until there is one of the present ones', () => {
    const [first, second, third] = [world(), world(), world()];
    const kept = estimates(['a', first], ['b', second]);
    kept.reconfigured();
    assert.equal(kept.get('a', PORT), second);
    kept.set('c', third);
    assert.equal(kept.get('b', PORT), third);
  });

  it('drops a world that cannot be patched', () => {
    const [sound, unsound] = [world(), broken()];
    const kept = estimates(['a', sound], ['b', unsound]);
    kept.affected();
    kept.stale('file.ts');
    assert.equal(kept.get('b', PORT), sound);
    assert.equal(kept.affected(), 'all');
    assert.equal(sound.patches, 1);
    const none = estimates(['a', broken()]);
    none.stale('file.ts');
    assert.equal(none.get('a', PORT), undefined);
    const later = world();
    none.set('a', later);
    assert.equal(none.get('a', PORT), later);
  });
});

describe('an analysis whose solution cannot be patched', () => {
  it('has no provisional answer until the next exact one, and is as before then', () => {
    const project = new EditedProject([
      ['store.ts', "import { readFileSync } from 'node:fs';\nexport const read = () => readFileSync('a', 'utf8');\n"],
      ['server.ts', "import { read } from './store.js';\nprocess.on('message', () => { read(); });\n"],
    ]);
    assert.equal(project.provisional().length, 1);
    const port = new MemoryPort(project.texts);
    let isBroken = true;
    const resolve = (specifier: string, from: string): string | undefined => {
      if (isBroken) throw new Error('a bug');
      return port.resolve(specifier, from);
    };
    project.analysis.reconfigure(
      { files: () => port.files(), text: path => port.text(path), resolve, manifest: port.manifest },
      {},
    );
    const edit = (module: string): void => {
      project.edit('server.ts', `import './${module}.js';\n${project.texts.get('server.ts') ?? ''}`);
    };
    edit('one');
    assert.deepEqual(project.provisional(), []);
    isBroken = false;
    assert.deepEqual(project.provisional(), []);
    runSteps(project.analysis.settle());
    edit('two');
    assert.equal(project.analysis.settled, false);
    assert.deepEqual(project.provisional(), project.exact());
    assert.equal(project.provisional().length, 1);
  });
});
