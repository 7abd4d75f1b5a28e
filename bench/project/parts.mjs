import { capital } from './vocabulary.mjs';

/** `mapper.ts` of a module: to and from what goes over the wire. */
export function mapperText({ type, fields }) {
  const readers = { number: 'asNumber', string: 'asText', boolean: 'asBoolean' };
  const used = [...new Set(fields.map(([, kind]) => readers[kind]))].sort();
  return `import { asRecord, ${used.join(', ')} } from '../../../shared/index.js';
import type { ${type}, ${type}Input } from './model.js';

export interface ${type}Dto {
  readonly id: string;
  readonly status: string;
  readonly created: string;
  readonly updated: string;
${fields.map(([field, kind]) => `  readonly ${field}: ${kind};\n`).join('')}  readonly lines: readonly { readonly text: string; readonly value: number }[];
}

export function to${type}Dto(value: ${type}): ${type}Dto {
  return {
    id: value.id,
    status: value.status,
    created: value.createdAt.toISOString(),
    updated: value.updatedAt.toISOString(),
${fields.map(([field]) => `    ${field}: value.${field},\n`).join('')}    lines: value.lines.map(({ text, value: amount }) => ({ text, value: amount })),
  };
}

export function from${type}Body(body: unknown): ${type}Input {
  const record = asRecord(body);
  const input: ${type}Input = {};
${fields.map(([field, kind]) => `  if ('${field}' in record) input.${field} = ${readers[kind]}(record['${field}']);\n`).join('')}  return input;
}
`;
}

/** `events.ts` of a module: a typed emitter and its listeners. */
export function eventsText({ name, type }) {
  return `import { EventEmitter } from 'node:events';
import type { Id, Logger } from '../../../shared/index.js';

export interface ${type}EventMap {
  created: [{ readonly id: Id; readonly at: Date }];
  changed: [{ readonly id: Id; readonly at: Date }];
  removed: [{ readonly id: Id; readonly at: Date }];
  swept: [{ readonly count: number; readonly at: Date }];
}

/** What happens to a ${name}, for whoever wants to know. */
export class ${type}Events extends EventEmitter<${type}EventMap> {
  private seen = 0;

  count(): number {
    return this.seen;
  }

  watch(logger: Logger): () => void {
    const onCreated = ({ id }: { readonly id: Id }): void => {
      this.seen += 1;
      logger.info('created', { id });
    };
    const onSwept = ({ count }: { readonly count: number }): void => {
      if (count > 0) logger.info('swept', { count });
    };
    this.on('created', onCreated);
    this.on('swept', onSwept);
    return () => {
      this.off('created', onCreated);
      this.off('swept', onSwept);
    };
  }
}
`;
}

/** `jobs.ts` of a module: what runs on a timer. */
export function jobsText({ name, type, statuses }, random) {
  return `import type { Logger, Stop } from '../../../shared/index.js';
import type { ${type}Service } from './service.js';

/** Looks after every ${name} from time to time. */
export function start${type}Jobs(service: ${type}Service, logger: Logger): Stop {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    sweep(service, logger).finally(() => {
      running = false;
    });
  }, ${random.between(10, 600)}_000);
  timer.unref();
  return () => clearInterval(timer);
}

async function sweep(service: ${type}Service, logger: Logger): Promise<void> {
  const page = await service.list({ status: '${random.pick(statuses)}' }, 0, ${random.between(10, 200)});
  for (const value of page.items) {
    try {
      await service.mark(value.id, '${random.pick(statuses)}');
    } catch (error) {
      logger.error('cannot sweep', { id: value.id, error: String(error) });
    }
  }
}
`;
}

/** `service.test.ts` of a module. */
export function testText({ name, type, verbs, uses, fields }, random) {
  const numbers = fields.filter(([, kind]) => kind === 'number').map(([field]) => field);
  const field = numbers[0];
  const fakes = uses.map(use => `  const ${use.field} = {} as ${use.type}Service;\n`).join('');
  const imports = uses
    .map(use => `import type { ${use.type}Service } from '../../${use.area}/${use.folder}/index.js';\n`)
    .join('');
  const cases = verbs.map(
    verb => `
  it('decides whether it may ${verb}', async () => {
    const { service } = setUp();
    const made = await service.create({ ${field === undefined ? '' : `${field}: ${random.between(1, 900)}, `}lines: [{ position: 1, text: '${verb}', value: ${random.between(1, 90)} }] });
    const verdict = ${verb}Rule(made, new Date(${random.between(2000, 2030)}, 1, 1));
    assert.equal(verdict.allowed, verdict.reasons.length === 0);
    assert.ok(verdict.weight > 0);
  });
`,
  );
  return `import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { silentLogger, systemClock } from '../../../shared/index.js';
${imports}import { ${type}Events } from './events.js';
import { Memory${type}Repository } from './repository.js';
import { ${verbs.map(verb => `${verb}Rule`).join(', ')} } from './rules.js';
import { ${type}Service } from './service.js';

function setUp() {
  const events = new ${type}Events();
${fakes}  const service = new ${type}Service(new Memory${type}Repository(), events, systemClock, silentLogger${uses.map(use => `, ${use.field}`).join('')});
  return { events, service };
}

describe('${capital(name)}', () => {
  it('is found after it was made', async () => {
    const { service } = setUp();
    const made = await service.create({});
    assert.equal((await service.get(made.id)).id, made.id);
  });
${cases.join('')}});
`;
}

/** \`index.ts\` of a module: its barrel. */
export const barrelText = () => `export * from './controller.js';
export * from './events.js';
export * from './jobs.js';
export * from './mapper.js';
export * from './model.js';
export * from './repository.js';
export * from './routes.js';
export * from './service.js';
`;
