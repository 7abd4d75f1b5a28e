/** `controller.ts` of a module: methods with `(request, response, next)`. */
export function controllerText({ name, type, verbs }) {
  const actions = verbs.map(
    verb => `
  ${verb} = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    try {
      const found = await this.service.get(request.params['id'] ?? '');
      const verdict = ${verb}Rule(found, new Date());
      response.status(verdict.allowed ? 200 : 409).json({ ${name}: to${type}Dto(found), reasons: verdict.reasons });
    } catch (error) {
      next(error);
    }
  };
`,
  );
  return `import type { NextFunction, Request, Response } from 'express';
import { numberOf, textOf } from '../../../shared/index.js';
import { to${type}Dto, from${type}Body } from './mapper.js';
import { is${type}Status } from './model.js';
import { ${verbs.map(verb => `${verb}Rule`).join(', ')} } from './rules.js';
import type { ${type}Service } from './service.js';

export class ${type}Controller {
  constructor(private readonly service: ${type}Service) {
    this.list = this.list.bind(this);
    this.show = this.show.bind(this);
  }

  async list(request: Request, response: Response, next: NextFunction): Promise<void> {
    try {
      const status = textOf(request.query['status']);
      const filter = status !== undefined && is${type}Status(status) ? { status } : {};
      const page = await this.service.list(filter, numberOf(request.query['offset'], 0), numberOf(request.query['size'], 20));
      response.json({ total: page.total, items: page.items.map(to${type}Dto) });
    } catch (error) {
      next(error);
    }
  }

  async show(request: Request, response: Response, next: NextFunction): Promise<void> {
    try {
      response.json(to${type}Dto(await this.service.get(request.params['id'] ?? '')));
    } catch (error) {
      next(error);
    }
  }

  create = async (request: Request, response: Response): Promise<void> => {
    const made = await this.service.create(from${type}Body(request.body));
    response.status(201).json(to${type}Dto(made));
  };

  remove = async (request: Request, response: Response): Promise<void> => {
    await this.service.remove(request.params['id'] ?? '');
    response.status(204).end();
  };
${actions.join('')}}
`;
}

/** `routes.ts` of a module. */
export function routesText({ name, type, verbs }) {
  return `import { Router } from 'express';
import { requireUser } from '../../../shared/index.js';
import type { ${type}Controller } from './controller.js';

export function ${name}Routes(controller: ${type}Controller): Router {
  const router = Router();
  router.use(requireUser);
  router.get('/', controller.list);
  router.get('/:id', controller.show);
  router.post('/', controller.create);
  router.delete('/:id', controller.remove);
${verbs.map(verb => `  router.post('/:id/${verb}', controller.${verb});\n`).join('')}  router.get('/:id/summary', (request, response, next) => {
    controller.show(request, response, next).catch(next);
  });
  return router;
}
`;
}
