import { capital } from './vocabulary.mjs';

/** `service.ts` of a module: constructor injection, methods that call the repository, rules and other services. */
export function serviceText(module, random) {
  const { name, type, verbs, uses, fields, statuses } = module;
  const numbers = fields.filter(([, kind]) => kind === 'number').map(([field]) => field);
  const imports = uses
    .map(use => `import { type ${use.type}Service } from '../../${use.area}/${use.folder}/index.js';\n`)
    .join('');
  const injected = uses.map(use => `    private readonly ${use.field}: ${use.type}Service,\n`).join('');
  const methods = verbs.map(verb => method({ ...module, numbers, verb }, random));
  return `import { type Clock, type Id, type Logger, type Page } from '../../../shared/index.js';
${imports}import type { ${type}Events } from './events.js';
import { create${type}, summarise${capital(type)}, type ${type}, type ${type}Filter, type ${type}Input, ${type}NotFound, type ${type}Summary, validate${type} } from './model.js';
import type { ${type}Repository } from './repository.js';
import { ${verbs.map(verb => `${verb}Rule`).join(', ')} } from './rules.js';

/** Everything that can be done with a ${name}. */
export class ${type}Service {
  private readonly recent = new Set<Id>();

  constructor(
    private readonly repository: ${type}Repository,
    private readonly events: ${type}Events,
    private readonly clock: Clock,
    private readonly logger: Logger,
${injected}  ) {}

  async get(id: Id): Promise<${type}> {
    const found = await this.repository.get(id);
    if (!found) throw new ${type}NotFound(id);
    return found;
  }

  async list(filter: ${type}Filter, offset = 0, size = 50): Promise<Page<${type}>> {
    return this.repository.page(filter, offset, size);
  }

  async create(input: ${type}Input): Promise<${type}> {
    const value = create${type}(input, this.clock);
    const problems = validate${type}(value);
    if (problems.length > 0) throw new RangeError(problems.join('; '));
    await this.repository.save(value);
    this.recent.add(value.id);
    this.events.emit('created', { id: value.id, at: this.clock.now() });
    return value;
  }

  async update(id: Id, input: ${type}Input): Promise<${type}> {
    const value = await this.get(id);
    const changed: ${type} = { ...value, ...input, updatedAt: this.clock.now() };
    await this.repository.save(changed);
    this.events.emit('changed', { id, at: changed.updatedAt });
    return changed;
  }

  async remove(id: Id): Promise<void> {
    if (!(await this.repository.remove(id))) throw new ${type}NotFound(id);
    this.recent.delete(id);
    this.events.emit('removed', { id, at: this.clock.now() });
  }

  async summary(filter: ${type}Filter): Promise<${type}Summary> {
    return summarise${capital(type)}(await this.repository.find(filter));
  }

  async mark(id: Id, status: ${statuses.map(status => `'${status}'`).join(' | ')}): Promise<${type}> {
    return this.update(id, { status });
  }

${methods.join('\n')}}
`;
}

function method(module, random) {
  const shapes = [overOne, overMany, overOthers];
  return random.pick(module.uses.length > 0 ? shapes : shapes.slice(0, 2))(module, random);
}

function overOne({ name, type, verb, statuses, fields }, random) {
  const [field, kind] = random.pick(fields);
  const step = {
    number: `value.${field} + ${random.between(1, 9)}`,
    string: `\`\${value.${field}} \${reason}\`.trim()`,
    boolean: `!value.${field}`,
  }[kind];
  return `  /** Changes one ${name} as its rule says. */
  async ${verb}(id: Id, reason: string): Promise<${type}> {
    const value = await this.get(id);
    const verdict = ${verb}Rule(value, this.clock.now());
    if (!verdict.allowed) {
      this.logger.warn(\`${verb} of \${id} was refused\`, { reasons: verdict.reasons.length });
      return value;
    }
    const changed = await this.update(id, { ${field}: ${step}, status: '${random.pick(statuses)}' });
    this.logger.info(\`${verb}: \${changed.id}\`, { reason, weight: verdict.weight });
    return changed;
  }
`;
}

function overMany({ name, verb, statuses, numbers }, random) {
  const sum = numbers.length > 0 ? `value.${random.pick(numbers)}` : 'value.lines.length';
  return `  /** Goes over every ${name} that waits for it. */
  async ${verb}(limit: number): Promise<Map<Id, number>> {
    const totals = new Map<Id, number>();
    const waiting = await this.repository.find({ status: '${random.pick(statuses)}', limit });
    for (const value of waiting) {
      const verdict = ${verb}Rule(value, this.clock.now());
      const total = value.lines
        .filter(line => line.value > ${random.between(1, 50)})
        .map(line => line.value * verdict.weight)
        .reduce((left, right) => left + right, ${sum});
      if (verdict.allowed) totals.set(value.id, total);
      else if (this.recent.has(value.id)) this.logger.warn(\`\${value.id} is new and was refused\`, { total });
    }
    await Promise.all([...totals.keys()].map(id => this.mark(id, '${random.pick(statuses)}')));
    this.events.emit('swept', { count: totals.size, at: this.clock.now() });
    return totals;
  }
`;
}

function overOthers({ name, type, verb, uses }, random) {
  const other = random.pick(uses);
  return `  /** Brings a ${name} in line with its ${other.name}. */
  async ${verb}(id: Id, other: Id): Promise<{ value: ${type}; count: number }> {
    const value = await this.get(id);
    const summary = await this.${other.field}.summary({ since: value.createdAt });
    const peer = await this.${other.field}.get(other).catch((error: unknown) => {
      this.logger.error('the ${other.name} cannot be read', { id: other, error: String(error) });
      return undefined;
    });
    if (peer === undefined) return { value, count: summary.count };
    const verdict = ${verb}Rule(value, peer.updatedAt);
    switch (verdict.reasons.length) {
      case 0:
        await this.${other.field}.update(other, { lines: [...peer.lines, ...value.lines] });
        break;
      case 1:
        await this.${other.field}.remove(other);
        break;
      default:
        this.logger.warn(verdict.reasons.join(', '), { id });
    }
    return { value: await this.update(id, { lines: peer.lines }), count: summary.count + verdict.weight };
  }
`;
}
