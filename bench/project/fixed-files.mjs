/** Files of the generated project that do not depend on its size: path to text. */
export const sharedFiles = {
  'package.json': `${JSON.stringify({ name: 'generated', private: true, type: 'module', dependencies: { express: '^5.0.0' } }, null, 2)}\n`,
  'tsconfig.json': `${JSON.stringify(
    {
      compilerOptions: {
        target: 'es2023',
        module: 'nodenext',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        noUncheckedIndexedAccess: true,
        types: ['node'],
      },
      include: ['src', 'types'],
    },
    null,
    2,
  )}\n`,
  'types/express.d.ts': `declare module 'express' {
  import type { IncomingMessage, ServerResponse, Server } from 'node:http';
  export interface Request extends IncomingMessage {
    readonly params: Record<string, string | undefined>;
    readonly query: Record<string, unknown>;
    readonly body: unknown;
    user?: { readonly id: string };
  }
  export interface Response extends ServerResponse {
    status(code: number): this;
    json(value: unknown): this;
  }
  export type NextFunction = (error?: unknown) => void;
  export type Handler = (request: Request, response: Response, next: NextFunction) => unknown;
  export interface Router extends Handler {
    use(handler: Handler): this;
    use(path: string, handler: Handler): this;
    get(path: string, ...handlers: Handler[]): this;
    post(path: string, ...handlers: Handler[]): this;
    delete(path: string, ...handlers: Handler[]): this;
  }
  export interface Application extends Router {
    listen(port: number, ready?: () => void): Server;
  }
  export function Router(): Router;
  export default function express(): Application;
}
`,
  'src/shared/index.ts': `export * from './clock.js';
export * from './errors.js';
export * from './http.js';
export * from './log.js';
export * from './read.js';
export * from './store.js';
export * from './verdict.js';
`,
  'src/shared/clock.ts': `export interface Clock {
  now(): Date;
}

export type Stop = () => void;

export const systemClock: Clock = { now: () => new Date() };

const DAY = 24 * 60 * 60 * 1000;

export function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / DAY);
}
`,
  'src/shared/errors.ts': `export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}
`,
  'src/shared/http.ts': `import type { NextFunction, Request, Response } from 'express';

export function requireUser(request: Request, response: Response, next: NextFunction): void {
  const id = request.headers['x-user'];
  if (typeof id !== 'string') {
    response.status(401).end();
    return;
  }
  request.user = { id };
  next();
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(value: unknown, otherwise: number): number {
  const number = Number(textOf(value) ?? otherwise);
  return Number.isFinite(number) ? number : otherwise;
}
`,
  'src/shared/log.ts': `import { appendFile } from 'node:fs/promises';

export interface Logger {
  info(message: string, data?: Record<string, unknown>): void;
  warn(message: string, data?: Record<string, unknown>): void;
  error(message: string, data?: Record<string, unknown>): void;
}

export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

export class FileLogger implements Logger {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly path: string) {}

  info(message: string, data?: Record<string, unknown>): void {
    this.write('info', message, data);
  }

  warn(message: string, data?: Record<string, unknown>): void {
    this.write('warn', message, data);
  }

  error(message: string, data?: Record<string, unknown>): void {
    this.write('error', message, data);
  }

  private write(level: string, message: string, data: Record<string, unknown> = {}): void {
    const line = JSON.stringify({ level, message, ...data, at: new Date().toISOString() });
    this.last = this.last.then(() => appendFile(this.path, line + '\\n'));
  }
}
`,
  'src/shared/read.ts': `export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

export function asNumber(value: unknown): number {
  const number = Number(value);
  if (Number.isNaN(number)) throw new TypeError('not a number');
  return number;
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : String(value);
}

export function asBoolean(value: unknown): boolean {
  return value === true || value === 'true';
}
`,
  'src/shared/store.ts': `import { randomUUID } from 'node:crypto';

export type Id = string;

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface Repository<T> {
  get(id: Id): Promise<T | undefined>;
  save(value: T): Promise<void>;
  remove(id: Id): Promise<boolean>;
}

export function newId(prefix: string): Id {
  return \`\${prefix}_\${randomUUID()}\`;
}

export function paged<T>(values: readonly T[], offset: number, size: number): Page<T> {
  return { items: values.slice(offset, offset + size), total: values.length };
}
`,
  'src/shared/verdict.ts': `export interface Verdict {
  readonly allowed: boolean;
  readonly reasons: readonly string[];
  readonly weight: number;
}

export function verdict(reasons: readonly string[], weight: number): Verdict {
  return { allowed: reasons.length === 0, reasons, weight: Math.max(1, weight) };
}
`,
};
