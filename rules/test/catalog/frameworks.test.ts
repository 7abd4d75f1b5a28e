import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import picomatch from 'picomatch';
import { expandPath } from '#dist/core/catalog/expand.js';
import { frameworks } from '#dist/core/catalog/frameworks.js';
import { libraries } from '#dist/core/catalog/index.js';
import type { AccessPath, CallbackRow, Library } from '#dist/core/catalog/schema.js';

/** Every framework the first issue asks for. */
const REQUIRED = [
  'express',
  'fastify',
  'koa',
  '@koa/router',
  '@hapi/hapi',
  'hono',
  '@nestjs/common',
  '@nestjs/websockets',
  '@nestjs/microservices',
  'next',
  '@remix-run/node',
  '@trpc/server',
  '@apollo/server',
  'graphql',
  'socket.io',
  'ws',
  'kafkajs',
  'amqplib',
  'bullmq',
  'node-cron',
  'aws-lambda',
  'electron',
  'vscode',
  'commander',
  'yargs',
  'mocha',
  'jest',
  'vitest',
  'node:test',
  'react',
  'vue',
  'svelte',
  '@angular/core',
];

const callbacks = frameworks.flatMap(library => library.callbacks ?? []);
const types = libraries.flatMap(library => library.types ?? []);
const knownTypes = new Set(types.map(row => row.type));

function paths(library: Library): AccessPath[] {
  return [
    ...(library.callbacks ?? []).map(row => row.api),
    ...(library.types ?? []).flatMap(row => row.from),
    ...(library.identities ?? []).map(row => row.api),
    ...(library.launches ?? []).map(row => row.api),
    ...(library.hooks ?? []).map(row => row.base),
    ...(library.decorators ?? []).map(row => row.decorator),
    ...(library.signatures ?? []).flatMap(row => [...(row.functions ?? []), ...(row.params ?? [])]),
  ].flatMap(expandPath);
}

function typesOf(library: Library): string[] {
  const given = [...(library.callbacks ?? []), ...(library.signatures ?? []), ...(library.fileRoutes ?? [])];
  return [...given.flatMap(row => row.gives ?? []), ...(library.types ?? []).flatMap(row => row.extends ?? [])].filter(
    type => type !== null && type !== 'element',
  ) as string[];
}

/** The parameters a row speaks of, one entry each. */
function claims(row: CallbackRow): string[] {
  return typeof row.params === 'string' ? [row.params] : row.params.flatMap(param => expandPath(String(param)));
}

describe('catalogue of frameworks', () => {
  it('has every library of the list', () => {
    const names = new Set(libraries.map(library => library.name));
    assert.deepEqual(
      REQUIRED.filter(name => !names.has(name)),
      [],
    );
  });

  it('names its sources', () => {
    for (const library of frameworks) assert.match(library.source, /^https:\/\/\S+$/, library.name);
  });

  it('has no path that a value cannot have', () => {
    const wrong = frameworks.flatMap(paths).filter(path => !/^[^{}\s]+$/.test(path) || /\.default\b/.test(path));
    assert.deepEqual(wrong, []);
  });

  it('speaks of types it has', () => {
    const mentioned = frameworks.flatMap(library => [
      ...typesOf(library),
      ...paths(library).flatMap(path => /^(?:node:)?(?!global:|astro:|cloudflare:)[^:]+:\w+/.exec(path)?.[0] ?? []),
    ]);
    const unknown = mentioned.filter(type => !knownTypes.has(type) && !/^node:\w+$/.test(type));
    // Given to callbacks only: what fields and hooks hang from.
    const given = new Set(callbacks.flatMap(row => row.gives ?? []));
    assert.deepEqual(
      [...new Set(unknown)].filter(type => !given.has(type)),
      [],
    );
  });

  it('gives a value one type', () => {
    const seen = new Map<string, string>();
    const wrong: string[] = [];
    for (const row of types) {
      for (const path of row.from.flatMap(expandPath)) {
        const other = seen.get(path) ?? row.type;
        if (other !== row.type) wrong.push(`${path} is ${other} and ${row.type}`);
        seen.set(path, row.type);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('names values by their types where they have one', () => {
    const typed = new Set(types.flatMap(row => row.from.flatMap(expandPath)));
    const lost = frameworks.flatMap(paths).filter(path => {
      const ends = [...path.matchAll(/\.|\(\)/g)].flatMap(({ index, 0: step }) => [
        index,
        step === '()' ? index + 2 : index,
      ]);
      return ends.some(end => end > 0 && end < path.length && typed.has(path.slice(0, end)));
    });
    const called = callbacks.flatMap(row => expandPath(row.api)).filter(path => typed.has(path));
    assert.deepEqual([...new Set([...lost, ...called])], []);
  });

  it('claims a parameter of an API once', () => {
    const seen = new Set<string>();
    const twice: string[] = [];
    for (const row of libraries.flatMap(library => library.callbacks ?? [])) {
      for (const path of expandPath(row.api)) {
        for (const claim of claims(row)) {
          const key = `${path} ${claim} ${JSON.stringify(row.when)}`;
          if (seen.has(key)) twice.push(key);
          seen.add(key);
        }
      }
    }
    assert.deepEqual(twice, []);
  });

  it('writes option paths that lead somewhere', () => {
    const wrong = callbacks
      .flatMap(claims)
      .filter(claim => !/^(?:\d+(?:\.(?:\w+|\*\*?))*|last|rest|methods)$/.test(claim));
    assert.deepEqual(wrong, []);
  });

  it('puts a general row after the rows that test an argument', () => {
    const general = new Set<string>();
    const wrong: string[] = [];
    for (const row of callbacks) {
      for (const key of expandPath(row.api).flatMap(path => claims(row).map(claim => `${path} ${claim}`))) {
        if (row.when !== undefined && general.has(key)) wrong.push(key);
        if (row.when === undefined) general.add(key);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('calls a module by one name', () => {
    const names = new Set(libraries.map(library => library.name));
    const owners = new Map<string, string>();
    const wrong: string[] = [];
    for (const library of libraries) {
      for (const alias of library.aliases ?? []) {
        const owner = owners.get(alias) ?? library.name;
        if (owner !== library.name) wrong.push(`${alias} is ${owner} and ${library.name}`);
        if (names.has(alias)) wrong.push(`${alias} is a library and another name of ${library.name}`);
        owners.set(alias, library.name);
      }
    }
    const lost = frameworks
      .flatMap(paths)
      .filter(path =>
        [...owners.keys()].some(
          alias => path === alias || path.startsWith(`${alias}.`) || path.startsWith(`${alias}()`),
        ),
      );
    assert.deepEqual([...wrong, ...lost], []);
  });

  it('says what emitters do with events it does not name', () => {
    const listens = new Map<string, boolean>();
    for (const row of libraries.flatMap(library => library.callbacks ?? [])) {
      for (const path of expandPath(row.api)) listens.set(path, (listens.get(path) ?? false) || row.when === undefined);
    }
    const ownMembers = new Set([
      ...listens.keys(),
      ...types.flatMap(row => row.from.flatMap(expandPath)).map(path => path.replace(/\(\)$/, '')),
    ]);
    const wrong = frameworks
      .flatMap(library => library.types ?? [])
      .filter(row => row.extends !== undefined)
      .flatMap(row => ['on', 'once', 'addListener'].map(method => `${row.type}.${method}`))
      .filter(path => ownMembers.has(path) && listens.get(path) !== true);
    assert.deepEqual([...new Set(wrong)], []);
  });

  it('has file routes that match files', () => {
    for (const row of frameworks.flatMap(library => library.fileRoutes ?? [])) {
      for (const glob of row.files) assert.ok(picomatch.makeRe(glob, { dot: true }) instanceof RegExp, glob);
      for (const name of row.exports) assert.match(name, /^(?:\w+|\*)(?:\.(?:\w+|\*\*?))*$/);
    }
  });
});
