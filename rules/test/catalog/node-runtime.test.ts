import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { expandPath } from '#dist/core/catalog/expand.js';
import { platform } from '#dist/core/catalog/platform.js';
import { follow, isReached, parseNodePath, UNREACHABLE_TYPES } from './node-paths.js';

const RUNNING = process.versions.node;

interface NamedPath {
  readonly path: string;
  readonly since?: string | undefined;
}

function paths(): NamedPath[] {
  return platform.flatMap(library => [
    ...(library.blocking ?? []).flatMap(row => expandPath(row.api).map(path => ({ path, since: row.since }))),
    ...(library.callbacks ?? []).flatMap(row => expandPath(row.api).map(path => ({ path, since: row.since }))),
    ...(library.launches ?? []).flatMap(row => expandPath(row.api).map(path => ({ path }))),
    ...(library.hooks ?? []).flatMap(row => expandPath(row.base).map(path => ({ path }))),
  ]);
}

function isUnreachable(path: string): boolean {
  return [...UNREACHABLE_TYPES].some(type => path.startsWith(`${type}.`));
}

describe(`catalogue rows of Node at run time (${RUNNING})`, () => {
  const all = paths().filter(({ path }) => path.startsWith('node:'));
  const present = all.filter(({ path, since }) => isReached(since, RUNNING) && !isUnreachable(path));
  const newer = all.filter(({ since }) => !isReached(since, RUNNING));

  it(`name functions: ${String(present.length)} paths, ${String(newer.length)} of newer versions left out`, () => {
    const wrong = present.filter(({ path }) => {
      const parsed = parseNodePath(path);
      return parsed === undefined || typeof follow(parsed) !== 'function';
    });
    assert.deepEqual(
      wrong.map(({ path }) => path),
      [],
    );
    assert.ok(present.length > 300, 'the catalogue of Node has shrunk');
  });

  it('name the methods that streams call on subclasses', () => {
    const wrong: string[] = [];
    for (const row of platform.flatMap(library => library.hooks ?? [])) {
      const base = parseNodePath(row.base);
      const prototype = base && (follow(base) as { prototype: Record<string, unknown> }).prototype;
      // Optional ones are not defined by the base class.
      const optional = ['_writev', '_final', '_flush'];
      for (const method of row.methods) {
        if (typeof prototype?.[method] !== 'function' && !optional.includes(method))
          wrong.push(`${row.base} ${method}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('name every synchronous function of `node:fs`, `node:zlib` and `node:child_process`', () => {
    const listed = new Set(paths().map(({ path }) => path));
    for (const module of ['node:fs', 'node:zlib', 'node:child_process']) {
      const exports = follow({ module, steps: [] }) as Record<string, unknown>;
      const names = Object.keys(exports).filter(name => name.endsWith('Sync') && typeof exports[name] === 'function');
      assert.deepEqual(
        names.filter(name => !listed.has(`${module}.${name}`)),
        [],
        module,
      );
    }
  });

  it('name promise forms that exist', () => {
    const wrong: string[] = [];
    for (const row of platform.flatMap(library => library.blocking ?? [])) {
      if (row.promise === undefined || !row.api.startsWith('node:') || !isReached(row.since, RUNNING)) continue;
      const { from, method } = row.promise;
      const api = parseNodePath(row.api);
      if (api === undefined) continue;
      const sibling = method === undefined ? undefined : { ...api, steps: [...api.steps.slice(0, -1), method] };
      const form = from === undefined ? sibling : { module: from[0], steps: [from[1]] };
      if (form === undefined || typeof follow(form) !== 'function') wrong.push(row.api);
    }
    assert.deepEqual(wrong, []);
  });
});
