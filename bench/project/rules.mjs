/** `rules.ts` of a module: plain functions that decide. */
export function rulesText({ name, type, verbs, fields, statuses }, random) {
  return `import { daysBetween, type Verdict, verdict } from '../../../shared/index.js';
import type { ${type} } from './model.js';

${verbs.map(verb => rule({ name, type, verb, fields, statuses }, random)).join('\n')}`;
}

function rule({ name, type, verb, fields, statuses }, random) {
  const tests = random.some(fields, random.between(2, 5)).map(([field, kind], i) => test(field, kind, i, random));
  return `/** Whether a ${name} may ${verb}, and how much it counts. */
export function ${verb}Rule(value: ${type}, now: Date): Verdict {
  const reasons: string[] = [];
  let weight = ${random.between(1, 5)};
  const age = daysBetween(value.createdAt, now);
  if (value.status === '${random.pick(statuses)}') reasons.push('the ${name} is in a state that forbids it');
${tests.join('')}  for (const [index, line] of value.lines.entries()) {
    if (line.value <= 0) continue;
    weight += index % ${random.between(2, 7)} === 0 ? 2 : 1;
    if (weight > ${random.between(50, 500)}) break;
  }
  while (weight > ${random.between(500, 900)} && age > ${random.between(1, 90)}) weight = Math.floor(weight / 2);
  return verdict(reasons, weight);
}
`;
}

function test(field, kind, i, random) {
  const limit = random.between(3, 400);
  if (kind === 'boolean') return `  if (value.${field} && age < ${limit}) weight += ${i + 1};\n`;
  if (kind === 'string') {
    return `  if (/^[a-z]{${random.between(1, 3)},${random.between(4, 9)}}-\\d+$/.test(value.${field})) {
    weight *= ${random.between(2, 3)};
  } else if (value.${field} === '') {
    reasons.push('${field} is missing');
  }\n`;
  }
  return `  if (value.${field} > ${limit}) {
    weight += Math.round(value.${field} / ${limit});
    if (age > ${random.between(10, 100)}) reasons.push(\`${field} is \${value.${field}} after \${age} days\`);
  }\n`;
}
