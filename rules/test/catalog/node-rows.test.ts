import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { expandPath } from '#dist/core/catalog/expand.js';
import { libraries } from '#dist/core/catalog/index.js';
import { packages } from '#dist/core/catalog/packages.js';
import { platform } from '#dist/core/catalog/platform.js';
import type { AccessPath, Library } from '#dist/core/catalog/schema.js';

const own = [...platform, ...packages];

/** Types the rows of a library speak of: what callbacks are given, what types extend. */
function mentionedTypes(library: Library): string[] {
  return [
    ...(library.callbacks ?? []).flatMap(row => row.gives ?? []),
    ...(library.types ?? []).flatMap(row => row.extends ?? []),
    ...paths(library).flatMap(path => path.match(/^[^:]+:[\w/]+:\w+|^(?!node:|global:)[^:]+:\w+/) ?? []),
  ].filter((type): type is string => type !== null && type !== 'element');
}

function paths(library: Library): AccessPath[] {
  return [
    ...(library.callbacks ?? []).map(row => row.api),
    ...(library.blocking ?? []).map(row => row.api),
    ...(library.types ?? []).flatMap(row => row.from),
    ...(library.identities ?? []).map(row => row.api),
    ...(library.launches ?? []).map(row => row.api),
    ...(library.hooks ?? []).map(row => row.base),
  ].flatMap(expandPath);
}

describe('catalogue rows', () => {
  it('expand', () => {
    for (const library of libraries) for (const path of paths(library)) assert.match(path, /^[^{}\s]+$/);
  });

  it('stand in the catalogue once', () => {
    const seen = new Set<string>();
    const twice: string[] = [];
    for (const library of own) {
      for (const row of library.blocking ?? []) {
        for (const path of expandPath(row.api)) note(`blocking ${path} ${JSON.stringify(row.when)}`);
      }
      for (const row of library.callbacks ?? []) {
        for (const path of expandPath(row.api)) {
          note(`callback ${path} ${JSON.stringify([row.params, row.when])}`);
        }
      }
    }
    assert.deepEqual(twice, []);

    function note(key: string): void {
      if (seen.has(key)) twice.push(key);
      seen.add(key);
    }
  });

  it('begin with their library, one of its types, or a global', () => {
    const wrong = own.flatMap(library => {
      const names = [library.name, ...(library.types ?? []).map(row => row.type), 'dom:', 'global:'];
      const rows = [...(library.callbacks ?? []), ...(library.blocking ?? []), ...(library.launches ?? [])];
      return rows.flatMap(row => expandPath(row.api)).filter(path => !names.some(name => path.startsWith(name)));
    });
    assert.deepEqual(wrong, []);
  });

  it('speak of types that the catalogue has', () => {
    const known = new Set(libraries.flatMap(library => (library.types ?? []).map(row => row.type)));
    const unknown = own.flatMap(mentionedTypes).filter(type => !known.has(type));
    assert.deepEqual([...new Set(unknown)], []);
  });

  it('give a value one type', () => {
    const types = new Map<string, string>();
    const wrong: string[] = [];
    for (const row of own.flatMap(library => library.types ?? [])) {
      for (const path of row.from.flatMap(expandPath)) {
        const other = types.get(path) ?? row.type;
        if (other !== row.type) wrong.push(`${path} is ${other} and ${row.type}`);
        types.set(path, row.type);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('put a general row after the rows that test an argument', () => {
    const wrong: string[] = [];
    const general = new Set<string>();
    for (const row of own.flatMap(library => library.callbacks ?? [])) {
      for (const path of expandPath(row.api)) {
        const key = `${path} ${JSON.stringify(row.params)}`;
        if (row.when !== undefined && general.has(key)) wrong.push(key);
        if (row.when === undefined) general.add(key);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('say what a blocking call waits for as a noun phrase', () => {
    for (const row of own.flatMap(library => library.blocking ?? [])) {
      assert.match(row.for, /^(the|a|an|another|random) [a-z]|^(de)?compression$|^storage on the disk$/, row.api);
    }
  });

  it('name their source', () => {
    for (const library of own) assert.match(library.source, /^https:\/\//, library.name);
  });
});

describe('expandPath', () => {
  it('gives a path without braces as it is', () => {
    assert.deepEqual(expandPath('node:fs.readFile'), ['node:fs.readFile']);
  });

  it('multiplies groups in the order written', () => {
    assert.deepEqual(expandPath('shop.{get,post}.{tea,rice}()'), [
      'shop.get.tea()',
      'shop.get.rice()',
      'shop.post.tea()',
      'shop.post.rice()',
    ]);
  });

  it('keeps dots inside a group', () => {
    assert.deepEqual(expandPath('glob.{sync,glob.sync}'), ['glob.sync', 'glob.glob.sync']);
  });

  it('refuses braces without a partner, nested groups and empty alternatives', () => {
    for (const path of ['a.{b', 'a.b}', 'a.}b{', 'a.{b,{c,d}}', 'a.{b,}', 'a.{}']) {
      assert.throws(() => expandPath(path), SyntaxError, path);
    }
  });
});
