import { NestFactory } from '@nestjs/core';

async function bootstrap(): Promise<void> {
//             ^^^^^^^^^ fact/context: startup
  const app = await NestFactory.create(class {});
  app.use((request, response, next) => next());
//        ^ fact/context: request
  await app.listen(3000);
}

void bootstrap();
