/**
 * Writes a TypeScript project of a wanted size: a server of many modules with models, repositories, services with
 * constructor injection, controllers, routes, listeners, timers, barrels and tests. It type-checks with TypeScript 6.
 * The same size and seed give the same bytes.
 *
 *     node bench/generate-project.mjs --lines 1000000 [--seed 1] [--out bench/.work/project-1000000]
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { areaText, mainText } from './project/composition.mjs';
import { controllerText, routesText } from './project/http.mjs';
import { modelText } from './project/model.mjs';
import { barrelText, eventsText, jobsText, mapperText, testText } from './project/parts.mjs';
import { random } from './project/random.mjs';
import { repositoryText } from './project/repository.mjs';
import { rulesText } from './project/rules.mjs';
import { serviceText } from './project/service.mjs';
import { sharedFiles } from './project/fixed-files.mjs';
import { capital, FIELDS, NOUNS, QUALIFIERS, STATUSES, VERBS } from './project/vocabulary.mjs';

const MODULES_PER_AREA = 12;
/** One module in so many reads a file synchronously on the way from a route: what a check has to find. */
const BLOCKING_EVERY = 25;

/**
 * @param {{ lines: number, out: string, seed?: number }} options
 * @returns {{ files: number, lines: number, modules: number }}
 */
export function generateProject({ lines: wanted, out, seed = 1 }) {
  const source = random(seed);
  const areas = [];
  const counts = { files: 0, lines: 0, modules: 0 };
  rmSync(out, { recursive: true, force: true });
  const write = (path, text) => {
    const file = join(out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (!path.endsWith('.ts')) return;
    counts.files += 1;
    counts.lines += text.split('\n').length - 1;
  };
  for (const [path, text] of Object.entries(sharedFiles)) write(path, text);
  const modules = [];
  while (counts.lines < wanted) {
    const area = `area${areas.length + 1}`;
    const own = [];
    while (own.length < MODULES_PER_AREA && counts.lines < wanted) {
      const module = plan(modules, area, source);
      modules.push(module);
      own.push(module);
      for (const [name, text] of texts(module, source)) write(`src/areas/${area}/${module.folder}/${name}`, text);
    }
    areas.push({ area, modules: own });
    write(`src/areas/${area}/area.ts`, areaText(area, own));
  }
  write('src/main.ts', mainText(areas));
  counts.modules = modules.length;
  return counts;
}

/** What a module is called, holds and uses. Earlier modules only, near ones more often. */
function plan(modules, area, source) {
  const index = modules.length;
  const words = [NOUNS[index % NOUNS.length], QUALIFIERS[Math.floor(index / NOUNS.length) % QUALIFIERS.length]];
  const round = Math.floor(index / (NOUNS.length * QUALIFIERS.length));
  const name = `${words[1]}${capital(words[0])}${round > 0 ? round : ''}`;
  const near = modules.slice(-30);
  const uses = source.some(near, Math.min(near.length, source.between(0, 4)));
  return {
    name,
    type: capital(name),
    field: `${name}s`,
    folder: name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`),
    area,
    uses,
    owners: uses.slice(0, 2),
    fields: source.some(FIELDS, source.between(5, 14)),
    statuses: source.some(STATUSES, source.between(3, 6)),
    verbs: source.some(VERBS, source.between(5, 12)),
    blocking: index % BLOCKING_EVERY === 3,
  };
}

function texts(module, source) {
  return [
    ['model.ts', modelText(module)],
    ['mapper.ts', mapperText(module)],
    ['events.ts', eventsText(module)],
    ['repository.ts', repositoryText(module)],
    ['rules.ts', rulesText(module, source)],
    ['service.ts', serviceText(module, source)],
    ['controller.ts', controllerText(module)],
    ['routes.ts', routesText(module)],
    ['jobs.ts', jobsText(module, source)],
    ['service.test.ts', testText(module, source)],
    ['index.ts', barrelText()],
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      lines: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  });
  const out = resolve(values.out ?? fileURLToPath(new URL(`.work/project-${values.lines}`, import.meta.url)));
  const { files, lines, modules } = generateProject({ lines: Number(values.lines), seed: Number(values.seed), out });
  console.log(`${out}: ${lines} lines in ${files} files, ${modules} modules`);
}
