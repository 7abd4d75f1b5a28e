import type { Program } from '../link/program.js';
import type { FileFacts, RefId } from '../model.js';
import type { Place } from './trace.js';

/** A place as the code writes it: `this.timer`, `timer`; empty where it has no such name. */
export function placeName(
  { program }: { readonly program: Program },
  { file, key }: Pick<Place, 'file' | 'key'>,
): string {
  const [, base = '', rest = ''] = /^(this(?: fn)? \d+|var \d+)((?:\.[\w$#@]+)*)$/.exec(key) ?? [];
  // Fields that symbols name.
  const fields = rest.replaceAll(/\.@@([\w$]+)/g, '[$1]');
  if (base.startsWith('this')) return `this${fields}`;
  const variable = /^var (\d+)$/.exec(base)?.[1];
  return variable === undefined ? '' : program.facts[file]!.variables[Number(variable)]!.name + fields;
}

/** A value as the code writes it, shortly: `db`, `this.bus`, `getBus()`; empty where it has no name. */
export function refName(facts: FileFacts, ref: RefId): string {
  const [kind, first, second] = facts.refs[ref]!;
  switch (kind) {
    case 'global':
      return String(first);
    case 'this':
    case 'receiver':
      return 'this';
    case 'member': {
      const base = refName(facts, first as RefId);
      return base === '' ? String(second) : `${base}.${String(second)}`;
    }
    case 'var':
      return facts.variables[first as number]!.name;
    case 'param':
      return facts.functions[first as number]!.params[second as number]?.name ?? '';
    case 'import':
      return second === '*' || second === 'default' ? moduleName(facts, first as number) : String(second);
    case 'require':
    case 'dynamic':
      return moduleName(facts, first as number);
    case 'new':
      // A constant is its value, and called by its name where the facts have it.
      return facts.calls[second as number]!.name ?? refName(facts, first as RefId);
    case 'call': {
      const { name } = facts.calls[second as number]!;
      if (name !== undefined) return name;
      const callee = refName(facts, first as RefId);
      return callee === '' ? '' : `${callee}()`;
    }
    case 'either': {
      const names = facts.refs[ref]!.slice(1).map(part => refName(facts, part as RefId));
      return names.find(name => name !== '') ?? '';
    }
    default:
      return '';
  }
}

/** `./lib/db.js` → `db`. */
function moduleName({ imports }: FileFacts, module: number): string {
  return imports[module]!.specifier.replace(/^.*[/:]/, '').replace(/\.\w+$/, '');
}
