import { capital } from './vocabulary.mjs';

/** `model.ts` of a module: its entity, what goes in and out, checks. */
export function modelText({ name, type, fields, statuses, owners }) {
  const numbers = fields.filter(([, kind]) => kind === 'number').map(([field]) => field);
  const imports = owners.map(
    owner => `import type { ${owner.type} } from '../../${owner.area}/${owner.folder}/index.js';\n`,
  );
  const zero = { number: '0', string: "''", boolean: 'false' };
  return `import { DomainError, type Clock, type Id, newId } from '../../../shared/index.js';
${imports.join('')}
/** The life of a ${name}. */
export type ${type}Status = ${statuses.map(status => `'${status}'`).join(' | ')};

export const ${type.toUpperCase()}_STATUSES: readonly ${type}Status[] = [${statuses.map(status => `'${status}'`).join(', ')}];

export interface ${type}Line {
  readonly position: number;
  readonly text: string;
  readonly value: number;
}

export interface ${type} {
  readonly id: Id;
  status: ${type}Status;
  readonly createdAt: Date;
  updatedAt: Date;
${owners.map(owner => `  ${owner.field}Id?: ${owner.type}['id'];\n`).join('')}${fields.map(([field, kind]) => `  ${field}: ${kind};\n`).join('')}  lines: ${type}Line[];
}

export type ${type}Input = Partial<Omit<${type}, 'id' | 'createdAt' | 'updatedAt'>>;

export interface ${type}Filter {
  readonly status?: ${type}Status;
  readonly text?: string;
  readonly since?: Date;
  readonly limit?: number;
}

export interface ${type}Summary {
  readonly count: number;
  readonly byStatus: Partial<Record<${type}Status, number>>;
${numbers.map(field => `  readonly ${field}: number;\n`).join('')}}

export class ${type}NotFound extends DomainError {
  constructor(readonly id: Id) {
    super('${name}-not-found', \`There is no ${name} with the id \${id}\`);
  }
}

export function is${type}Status(text: string): text is ${type}Status {
  return (${type.toUpperCase()}_STATUSES as readonly string[]).includes(text);
}

export function create${type}(input: ${type}Input, clock: Clock): ${type} {
  const now = clock.now();
  return {
    id: newId('${name}'),
    createdAt: now,
    updatedAt: now,
    status: input.status ?? '${statuses[0]}',
${fields.map(([field, kind]) => `    ${field}: input.${field} ?? ${zero[kind]},\n`).join('')}    lines: input.lines ?? [],
  };
}

/** What is wrong with it, in words; empty when nothing is. */
export function validate${type}(value: ${type}): string[] {
  const problems: string[] = [];
  if (!is${type}Status(value.status)) problems.push('the status is unknown');
${fields.map(([field, kind], i) => check(field, kind, i)).join('')}  for (const line of value.lines) {
    if (line.position < 0) problems.push(\`line \${line.position} stands before the first\`);
    if (Number.isNaN(line.value)) problems.push(\`line \${line.position} has no value\`);
  }
  return problems;
}

export function summarise${capital(type)}(values: readonly ${type}[]): ${type}Summary {
  const byStatus: Partial<Record<${type}Status, number>> = {};
${numbers.map(field => `  let ${field} = 0;\n`).join('')}  for (const value of values) {
    byStatus[value.status] = (byStatus[value.status] ?? 0) + 1;
${numbers.map(field => `    ${field} += value.${field};\n`).join('')}  }
  return { count: values.length, byStatus${numbers.map(field => `, ${field}`).join('')} };
}
`;
}

function check(field, kind, i) {
  if (kind === 'number')
    return `  if (value.${field} < 0) problems.push(\`${field} is below zero: \${value.${field}}\`);\n`;
  if (kind === 'string' && i % 2 === 0)
    return `  if (value.${field}.length > ${40 + i * 10}) problems.push('${field} is too long');\n`;
  return '';
}
