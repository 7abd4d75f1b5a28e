import type { CallGuards, DecoratorUse, ExportFact, FileFacts, RefId, StoreFact } from '../model.js';
import type { FactsBuilder } from './facts-builder.js';
import { RefTable } from './ref-table.js';

type Finished = Pick<
  FileFacts,
  | 'refs'
  | 'functions'
  | 'calls'
  | 'classes'
  | 'objects'
  | 'variables'
  | 'stores'
  | 'writes'
  | 'conditions'
  | 'imports'
  | 'exports'
>;
type Members = Record<string, RefId[]>;

/**
 * What a builder collected, when the walk is over: names resolved, every fact with the final ids of
 * its refs and its final guards. Changes the facts in place, so the builder must not be used any more.
 *
 * @param settle - the guards as they are, now that the whole file is known
 */
export function finishedFacts(builder: FactsBuilder, settle: (guards: CallGuards) => CallGuards | undefined): Finished {
  builder.resolveNames();
  const table = new RefTable(builder.refs);
  const settled = settledGuards(table, settle);
  for (const call of builder.calls) {
    call.callee = table.id(call.callee);
    renumber(table, call.args);
    if (call.guards) replaceGuards(call, settled(call.guards));
  }
  for (const load of builder.imports) if (load.guards) replaceGuards(load, settled(load.guards));
  functions(builder, table);
  classes(builder, table);
  for (const object of builder.objects) {
    members(table, object.members as Members);
    if (object.elements) renumber(table, object.elements);
    if (object.spreads) renumber(table, object.spreads);
  }
  for (const variable of builder.variables) {
    renumber(table, variable.values);
    if (variable.type !== undefined) variable.type = table.id(variable.type);
  }
  const stores = builder.stores.map(({ target, name, value }): StoreFact => ({
    target: table.id(target),
    name,
    value: table.id(value),
  }));
  for (const write of builder.writes) {
    write.target = table.id(write.target);
    write.key = table.id(write.key);
    write.value = table.id(write.value);
  }
  for (const condition of builder.conditions) condition.ref = table.id(condition.ref);
  const exports = builder.exports.map(({ name, value }): ExportFact => ({ name, value: table.id(value) }));
  const { calls, classes: classFacts, objects, variables, writes, conditions, imports } = builder;
  return {
    refs: table.refs,
    functions: builder.functions,
    calls,
    classes: classFacts,
    objects,
    variables,
    stores,
    writes,
    conditions,
    imports,
    exports,
  };
}

function functions(builder: FactsBuilder, table: RefTable): void {
  for (const fact of builder.functions) {
    for (const param of fact.params as { type?: RefId; initial?: RefId }[]) {
      if (param.type !== undefined) param.type = table.id(param.type);
      if (param.initial !== undefined) param.initial = table.id(param.initial);
    }
    renumber(table, fact.returns);
    if (fact.returnType !== undefined) fact.returnType = table.id(fact.returnType);
    if (fact.receiver !== undefined) fact.receiver = table.id(fact.receiver);
    if (fact.decorators) fact.decorators = fact.decorators.map(use => decorator(table, use));
  }
}

function classes(builder: FactsBuilder, table: RefTable): void {
  for (const fact of builder.classes) {
    renumber(table, fact.heritage);
    renumber(table, fact.implements);
    members(table, fact.members as Members);
    members(table, fact.statics as Members);
    if (fact.decorators) fact.decorators = fact.decorators.map(use => decorator(table, use));
  }
}

function decorator(table: RefTable, { callee, args }: DecoratorUse): DecoratorUse {
  return { callee: table.id(callee), args: args.map(arg => table.id(arg)) };
}

function members(table: RefTable, record: Members): void {
  for (const name in record) renumber(table, record[name]!);
}

function renumber(table: RefTable, list: RefId[]): void {
  for (let i = 0; i < list.length; i++) list[i] = table.id(list[i]!);
}

/** Guards are shared by all calls of a branch, before and after. */
function settledGuards(table: RefTable, settle: (guards: CallGuards) => CallGuards | undefined) {
  const known = new Map<CallGuards, CallGuards | undefined>();
  return (guards: CallGuards): CallGuards | undefined => {
    if (known.has(guards)) return known.get(guards);
    const kept = settle(guards);
    const environment = kept?.environment;
    const final =
      kept && environment ? { ...kept, environment: { ...environment, ref: table.id(environment.ref) } } : kept;
    known.set(guards, final);
    return final;
  };
}

function replaceGuards(fact: { guards?: CallGuards }, guards: CallGuards | undefined): void {
  if (guards) fact.guards = guards;
  else delete fact.guards;
}
