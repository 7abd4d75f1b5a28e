/** Access paths of Node's modules, taken apart and followed at run time. */
import { createRequire } from 'node:module';
import * as diagnosticsChannel from 'node:diagnostics_channel';
import * as http2 from 'node:http2';
import { MessagePort } from 'node:worker_threads';

export interface NodePath {
  readonly module: string;
  /** Set when the path begins at a type of the catalogue. */
  readonly type?: string;
  /** Names of members; `()` for a call. */
  readonly steps: readonly string[];
}

/** Takes `node:http:Server.on` apart; undefined for paths of anything but Node's modules. */
export function parseNodePath(path: string): NodePath | undefined {
  const [, module, type, rest = ''] = /^(node:[a-z0-9_/]+)(?::(\w+))?(.*)$/.exec(path) ?? [];
  if (module === undefined) return undefined;
  const steps = rest.match(/\(\)|[^.()]+/g) ?? [];
  return type === undefined ? { module, steps } : { module, type, steps };
}

/** Whether `version` (as in `since`) is not newer than `current`. */
export function isReached(version: string | undefined, current: string): boolean {
  if (version === undefined) return true;
  const wanted = version.split('.').map(Number);
  const present = current.split('.').map(Number);
  for (const [index, part] of wanted.entries()) {
    if (part !== present[index]) return part < (present[index] ?? 0);
  }
  return true;
}

/** Types that a module does not export as a class, by a value that has their members. */
const INSTANCES: Readonly<Record<string, () => unknown>> = {
  'node:http2:Http2Server': () => http2.createServer(),
  'node:diagnostics_channel:TracingChannel': () => diagnosticsChannel.tracingChannel('catalogue'),
};

/** Types whose instances exist only while a connection or a test runs: checked in the typings alone. */
export const UNREACHABLE_TYPES: ReadonlySet<string> = new Set(['node:http2:Http2Session', 'node:test:TestContext']);

/** Exports that exist on some systems, threads or processes only. */
const CONDITIONAL: Readonly<Record<string, unknown>> = {
  'node:fs.lchmodSync': Function.prototype,
  'node:process.send': Function.prototype,
  'node:child_process:ChildProcess.send': Function.prototype,
  'node:worker_threads.parentPort': MessagePort.prototype,
};

const SAMPLE_ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = { createRequire: [import.meta.url] };

/** Follows a path from its module; undefined where it leads nowhere. */
export function follow(path: NodePath): unknown {
  const load = createRequire(import.meta.url);
  const exports: unknown = load(path.module);
  let where = path.module;
  let value = exports;
  let receiver: unknown;
  if (path.type !== undefined) {
    where += `:${path.type}`;
    value = INSTANCES[where]?.() ?? member(member(exports, path.type), 'prototype');
  }
  let last = '';
  for (const step of path.steps) {
    if (step === 'new') continue;
    if (step === '()') {
      value = (value as (...args: unknown[]) => unknown).apply(receiver, [...(SAMPLE_ARGUMENTS[last] ?? [])]);
      continue;
    }
    where += `.${step}`;
    receiver = value;
    value = member(value, step) ?? CONDITIONAL[where];
    last = step;
  }
  return value;
}

/** A member, or the setter of an accessor that has no value yet: `onmessage` of a port is assigned to. */
function member(holder: unknown, name: string): unknown {
  if (holder === undefined || holder === null) return undefined;
  const value = valueOf(holder, name);
  if (value !== undefined && value !== null) return value;
  for (
    let owner = Object(holder) as object | null;
    owner !== null;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (descriptor?.set !== undefined) return descriptor.set;
  }
  return undefined;
}

/** Reads a member; prototypes have accessors that only work on instances. */
function valueOf(holder: unknown, name: string): unknown {
  try {
    return (holder as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}
