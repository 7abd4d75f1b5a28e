/** `area.ts`: makes the services of one area and its router. Services of other areas come in as parameters. */
export function areaText(area, modules) {
  const foreign = [
    ...new Map(
      modules
        .flatMap(m => m.uses)
        .filter(use => use.area !== area)
        .map(use => [use.field, use]),
    ).values(),
  ];
  const imports = foreign
    .map(use => `import type { ${use.type}Service } from '../${use.area}/${use.folder}/index.js';\n`)
    .join('');
  const own = modules.map(
    ({ name, type, folder }) =>
      `import { ${type}Controller, ${type}Events, File${type}Repository, ${name}Routes, ${type}Service, start${type}Jobs } from './${folder}/index.js';\n`,
  );
  const made = modules.map(
    ({ name, type, uses, field }) => `  const ${name}Events = new ${type}Events();
  const ${field} = new ${type}Service(new File${type}Repository(folder), ${name}Events, systemClock, logger${uses.map(use => `, ${use.area === area ? use.field : `others.${use.field}`}`).join('')});
  stops.push(${name}Events.watch(logger), start${type}Jobs(${field}, logger));
  router.use('/${name}', ${name}Routes(new ${type}Controller(${field})));
`,
  );
  return `import { Router } from 'express';
import { type Logger, type Stop, systemClock } from '../../shared/index.js';
${imports}${own.join('')}
export interface ${area}Others {
${foreign.map(use => `  readonly ${use.field}: ${use.type}Service;\n`).join('')}}

export function ${area}(folder: string, logger: Logger${foreign.length > 0 ? `, others: ${area}Others` : ''}) {
  const router = Router();
  const stops: Stop[] = [];
${made.join('')}  return { router, stops, ${modules.map(({ field }) => field).join(', ')} };
}
`;
}

/** `main.ts`: reads its settings once, makes every area in order and serves. */
export function mainText(areas) {
  const of = new Map(areas.flatMap(({ area, modules }) => modules.map(({ field }) => [field, area])));
  const made = areas.map(({ area, modules }) => {
    const foreign = [
      ...new Set(
        modules
          .flatMap(m => m.uses)
          .filter(use => use.area !== area)
          .map(use => use.field),
      ),
    ];
    const others = foreign.map(field => `${field}: ${of.get(field)}Area.${field}`).join(', ');
    return `const ${area}Area = ${area}(settings.folder, logger${foreign.length > 0 ? `, { ${others} }` : ''});
app.use('/${area}', ${area}Area.router);
`;
  });
  return `import { readFileSync } from 'node:fs';
import express from 'express';
import { FileLogger } from './shared/index.js';
${areas.map(({ area }) => `import { ${area} } from './areas/${area}/area.js';\n`).join('')}
const settings = JSON.parse(readFileSync('settings.json', 'utf8')) as { folder: string; port: number };
const logger = new FileLogger('server.log');
const app = express();
${made.join('')}
app.listen(settings.port, () => logger.info('listening', { port: settings.port }));
`;
}
