import picomatch from 'picomatch';
import type { FileRouteRow, SignatureRow, TypeName } from '../catalog/schema.js';
import type { ContextKind, DecoratorUse } from '../model.js';
import type { Root } from './edges.js';
import { paramKey, type Evaluator } from './evaluate.js';
import { functionsAt, namesOf } from './option-path.js';
import type { FunctionId } from './program.js';
import type { Value } from './values.js';

const RESOLVER_ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/** Roots that no call registers: decorators, hooks, file names, declared types, shapes, tags. */
export class Conventions {
  private readonly roots: Root[] = [];
  private readonly seen = new Set<string>();
  readonly given = new Map<number, Value[]>();

  constructor(private readonly evaluator: Evaluator) {}

  find(): readonly Root[] {
    for (const file of this.evaluator.program.facts.keys()) {
      this.decorated(file);
      this.hooks(file);
      this.typed(file);
      this.shapes(file);
      this.resolverMaps(file);
    }
    this.fileRoutes();
    this.launches();
    return this.roots;
  }

  private add(fn: FunctionId, context: ContextKind, event: string, reason: string, possible?: true): void {
    const key = `${fn} ${context}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.roots.push({ fn, context, tier: 'C', event, reason, ...(possible && { possible }) });
  }

  private decorated(file: number): void {
    const { program } = this.evaluator;
    const { functions, classes } = program.facts[file]!;
    for (const [fn, fact] of functions.entries()) {
      for (const use of fact.decorators ?? []) this.decorator(file, use, 'method', (context, name) => {
        this.add(program.id(file, fn), context, fact.name, `decorated with \`@${name}\``);
      });
    }
    for (const [index, fact] of classes.entries()) {
      for (const use of fact.decorators ?? []) this.decorator(file, use, 'class', (context, name, methods) => {
        for (const method of methods ?? Object.keys(fact.members)) {
          for (const id of this.ownMethods(file, index, method)) this.add(id, context, `${fact.name}.${method}`, `\`${fact.name}\` is decorated with \`@${name}\``);
        }
      });
    }
  }

  private decorator(
    file: number,
    use: DecoratorUse,
    on: 'method' | 'class',
    found: (context: ContextKind, name: string, methods?: readonly string[]) => void,
  ): void {
    for (const value of this.evaluator.eval(file, use.callee)) {
      const path = this.evaluator.values.paths[value]!;
      for (const row of this.evaluator.catalog.decorators.get(path) ?? []) {
        if (row.on === on) found(row.context, path.slice(path.lastIndexOf('.') + 1), row.methods);
      }
    }
  }

  private ownMethods(file: number, index: number, name: string): FunctionId[] {
    const { program } = this.evaluator;
    const { members } = program.facts[file]!.classes[index]!;
    if (!Object.hasOwn(members, name)) return [];
    return members[name]!.flatMap((ref) => {
      const [kind, fn] = program.facts[file]!.refs[ref]!;
      return kind === 'fn' ? [program.id(file, fn as number)] : [];
    });
  }

  private hooks(file: number): void {
    const { program, hierarchy, catalog } = this.evaluator;
    for (const [index, fact] of program.facts[file]!.classes.entries()) {
      if (fact.kind !== 'class') continue;
      const bases = new Set(hierarchy.externals({ file, index }));
      for (const base of bases) {
        const rows = catalog.hooks.get(base) ?? catalog.hooks.get(base.slice(base.lastIndexOf(':') + 1)) ?? [];
        for (const row of rows) {
          for (const method of row.methods) {
            for (const id of this.ownMethods(file, index, method)) {
              this.add(id, row.context, `${fact.name}.${method}`, `\`${fact.name}\` is a \`${base}\`, whose \`${method}\` the library calls`);
            }
          }
        }
      }
    }
  }

  /** `const list: RequestHandler = …`, `(req: NextApiRequest) => …`. */
  private typed(file: number): void {
    const { program } = this.evaluator;
    const facts = program.facts[file]!;
    for (const variable of facts.variables) {
      if (variable.type === undefined) continue;
      const row = this.signature(file, variable.type, 'functions');
      if (!row) continue;
      for (const ref of variable.values) this.typedFunction(file, ref, row);
    }
    for (const [fn, fact] of facts.functions.entries()) {
      for (const param of fact.params) {
        const row = param.type === undefined ? undefined : this.signature(file, param.type, 'params');
        if (row) this.add(program.id(file, fn), row.row.context, fact.name === '' ? row.row.context : fact.name, `takes a \`${row.path}\``);
      }
    }
  }

  private typedFunction(file: number, ref: number, { row, path }: { row: SignatureRow; path: string }): void {
    const { program, values } = this.evaluator;
    for (const value of this.evaluator.eval(file, ref)) {
      if (values.kinds[value] !== 'fn') continue;
      const fn = program.id(values.files[value]!, values.indices[value]!);
      this.add(fn, row.context, program.fact(fn).name || row.context, `its declared type is \`${path}\``);
      this.give(fn, row.gives);
    }
  }

  private give(fn: FunctionId, types: readonly (TypeName | null)[] | undefined): void {
    for (const [i, type] of types?.entries() ?? []) {
      if (type === null) continue;
      const key = paramKey(fn, i);
      this.given.set(key, [...(this.given.get(key) ?? []), this.evaluator.values.external(type)]);
    }
  }

  /** The row for a declared type, unions looked through. */
  private signature(file: number, type: number, table: 'functions' | 'params'): { row: SignatureRow; path: string } | undefined {
    const { refs } = this.evaluator.program.facts[file]!;
    const [kind, ...rest] = refs[type]!;
    if (kind === 'either') {
      for (const ref of rest) {
        const found = this.signature(file, ref as number, table);
        if (found) return found;
      }
    }
    if (kind !== 'instance') return undefined;
    const rows = table === 'functions' ? this.evaluator.catalog.functionSignatures : this.evaluator.catalog.paramSignatures;
    for (const value of this.evaluator.eval(file, rest[0] as number)) {
      const path = this.evaluator.values.paths[value]!;
      const row = rows.get(path);
      if (row) return { row, path };
    }
    return undefined;
  }

  private shapes(file: number): void {
    const { program } = this.evaluator;
    for (const [fn, fact] of program.facts[file]!.functions.entries()) {
      const id = program.id(file, fn);
      const context = fact.tags?.context;
      if (context) this.add(id, context, fact.name === '' ? context : fact.name, `tagged \`@context ${context}\``);
      if (fact.requestShape) this.add(id, 'request', fact.name === '' ? 'request' : fact.name, 'uses its parameters as a request and a response');
      if (fact.component) this.add(id, 'render', fact.name, 'a component: returns JSX');
    }
  }

  /** An exported object with `Query` or `Mutation` is a GraphQL resolver map, however it is collected. */
  private resolverMaps(file: number): void {
    const { program, values } = this.evaluator;
    for (const { value } of program.facts[file]!.exports) {
      for (const map of this.evaluator.eval(file, value)) {
        if (values.kinds[map] !== 'object' || !namesOf(this.evaluator, map).some((name) => RESOLVER_ROOTS.has(name))) continue;
        for (const fn of functionsAt(this.evaluator, [map], ['*', '*'])) {
          const id = program.id(values.files[fn]!, values.indices[fn]!);
          this.add(id, 'request', program.fact(id).name || 'resolver', 'stands in an exported GraphQL resolver map');
        }
      }
    }
  }

  private fileRoutes(): void {
    const { program, catalog } = this.evaluator;
    const dependencies = new Set(program.port.manifest.dependencies);
    for (const row of catalog.fileRoutes) {
      if (row.needs && !row.needs.some((name) => dependencies.has(name))) continue;
      const matches = picomatch([...row.files], { dot: true });
      for (const [file, path] of program.paths.entries()) {
        if (!matches(path) || (row.directive && !program.facts[file]!.directives.includes(row.directive))) continue;
        this.fileRoute(file, row);
      }
    }
  }

  private fileRoute(file: number, row: FileRouteRow): void {
    const { values, program } = this.evaluator;
    const module = values.of('module', file, 0);
    for (const name of row.exports) {
      const steps = name.split('.');
      for (const value of functionsAt(this.evaluator, [module], steps)) {
        const fn = program.id(values.files[value]!, values.indices[value]!);
        this.add(fn, row.context, program.paths[file]!, `exported as \`${name}\` from a file the framework looks for`, row.possible);
        this.give(fn, row.gives);
      }
    }
  }

  /** Module bodies handed over by file name: `new Worker('./w.js')`. */
  private launches(): void {
    const { program, catalog, values } = this.evaluator;
    for (const [file, facts] of program.facts.entries()) {
      for (const call of facts.calls) {
        const [kind, , name] = facts.refs[call.callee]!;
        if (call.args.length === 0 || (kind === 'member' && !catalog.launchNames.has(name as string))) continue;
        for (const value of this.evaluator.eval(file, call.callee)) {
          const path = values.paths[value]! + (call.kind === 'new' ? '.new' : '');
          const row = path === '' ? undefined : catalog.launches.get(path);
          const target = row && this.launched(file, row.option === undefined ? call.args[row.arg] : this.option(file, call.args[row.arg], row.option));
          if (row && target !== undefined) this.add(program.id(target, 0), row.context, path, `started by \`${path}\``);
        }
      }
    }
  }

  private option(file: number, ref: number | undefined, name: string): number | undefined {
    const { refs, objects } = this.evaluator.program.facts[file]!;
    const [kind, index] = refs[ref ?? 0]!;
    return kind === 'object' ? objects[index as number]!.members[name]?.[0] : undefined;
  }

  /** The file a launch argument names: a literal, `new URL('./w.js', import.meta.url)`, `path.join(__dirname, 'w.js')`. */
  private launched(file: number, ref: number | undefined): number | undefined {
    if (ref === undefined) return undefined;
    const { program } = this.evaluator;
    const { refs, calls, variables } = program.facts[file]!;
    const [kind, a, b] = refs[ref]!;
    if (kind === 'var') return this.launched(file, variables[a as number]!.values[0]);
    if (kind === 'new') return this.launched(file, calls[b as number]!.args[0]);
    if (kind === 'call') {
      const names = calls[b as number]!.args.flatMap((arg) => (refs[arg]![0] === 'literal' ? [String(refs[arg]![1])] : []));
      return names.length === 0 ? undefined : this.fileNamed(file, names.join('/'));
    }
    return kind === 'literal' ? this.fileNamed(file, String(a)) : undefined;
  }

  private fileNamed(file: number, name: string): number | undefined {
    const { program } = this.evaluator;
    const specifier = /^\.{0,2}\//.test(name) ? name : `./${name}`;
    const path = program.port.resolve(specifier, program.paths[file]!) ?? program.port.resolve(`./${name}`, 'index.js');
    return path === undefined ? undefined : program.fileIndex(path);
  }
}
