import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import { describe, it } from 'mocha';
import { Project, ts } from 'ts-morph';
import { expandPath } from '#dist/core/catalog/expand.js';
import { platform } from '#dist/core/catalog/platform.js';
import { isReached, parseNodePath, type NodePath } from './node-paths.js';

const typings = createRequire(import.meta.url)('@types/node/package.json') as { version: string };

interface NamedPath {
  readonly path: string;
  readonly since?: string | undefined;
}

/** Paths of functions and, with calls at their end or within, of values. */
function paths(): NamedPath[] {
  const found = platform.flatMap(library => [
    ...[...(library.blocking ?? []), ...(library.callbacks ?? [])].flatMap(row =>
      expandPath(row.api).map(path => ({ path, since: row.since })),
    ),
    ...(library.types ?? []).flatMap(row => row.from.flatMap(expandPath).map(path => ({ path }))),
  ]);
  return found.filter(({ path }) => path.startsWith('node:'));
}

/** The TypeScript type at the end of a path, or undefined where an annotation has no value form. */
function typeOf(path: NodePath): string {
  const load = `import('${path.module}')`;
  let type = path.type === undefined ? `Module<typeof ${load}>` : `${load}.${path.type}${GENERICS[path.type] ?? ''}`;
  const steps = [...path.steps];
  while (steps.length > 0) {
    const step = steps.shift();
    if (step === 'new') {
      if (steps.shift() === '()') type = `Made<${type}>`;
    } else if (step === '()') type = `Given<${type}>`;
    else type = `NonNullable<${type}>['${String(step)}']`;
  }
  return type;
}

/** `T.new()` of an export that is a type only stands for an annotation. */
function annotation(path: NodePath): string | undefined {
  const [name, ...rest] = path.steps;
  if (name === undefined || path.type !== undefined || rest.join('') !== 'new()') return undefined;
  return `import('${path.module}').${name}${GENERICS[name] ?? ''}`;
}

const GENERICS: Readonly<Record<string, string>> = {
  AsyncLocalStorage: '<unknown>',
  ChildProcessByStdio: '<null, null, null>',
};

/** What the typings leave out though Node has it: newer than they are, or undocumented there. */
const UNTYPED =
  /^node:(sqlite|zlib\.createZstd|stream\.compose|crypto\.(Cipheriv|Decipheriv)\.|worker_threads.*\.onmessage)/;

describe(`catalogue rows of Node in @types/node (${typings.version})`, () => {
  it('resolve', function () {
    this.timeout(60_000);
    const rows = paths().filter(({ path, since }) => isReached(since, typings.version) && !UNTYPED.test(path));
    const project = new Project({
      compilerOptions: {
        strict: true,
        types: ['node'],
        module: ts.ModuleKind.NodeNext,
        skipLibCheck: true,
        noEmit: true,
      },
    });
    const head = [
      'type Module<T> = T extends { default: infer D } ? D & T : T;',
      'type Made<T> = T extends abstract new (...args: never) => infer R ? R : never;',
      'type Given<T> = T extends (...args: never) => infer R ? R : never;',
    ];
    const lines = rows.map(({ path }, index) => {
      const parsed = parseNodePath(path);
      assert.ok(parsed, path);
      return `export type T${String(index)} = ${annotation(parsed) ?? typeOf(parsed)};`;
    });
    const file = project.createSourceFile('rows.ts', [...head, ...lines].join('\n'));
    const wrong = file.getPreEmitDiagnostics().map(problem => {
      const row = rows[(problem.getLineNumber() ?? 0) - 1 - head.length];
      return `${String(row?.path)}: ${ts.flattenDiagnosticMessageText(problem.compilerObject.messageText, ' ')}`;
    });
    assert.deepEqual(wrong, []);
    assert.ok(rows.length > 400, 'the catalogue of Node has shrunk');
  });
});
