import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule } from '../../src/api/api.module.js';
import { apiPrefix } from '../../src/api/api-route.js';
import { PersonasController } from '../../src/app/http/personas.controller.js';

interface Layer {
  readonly route?: { readonly path: string; readonly stack: readonly { readonly method: string }[] } | undefined;
}

class WholeApi {}

/** Every route that the running application answers under /api/v1, as `GET me`, asked of its router. */
export async function routesOfApi(): Promise<readonly string[]> {
  // Routes are listed, never called: nothing stands behind their ports.
  const ports = JSON.parse('{}');
  const module = { module: WholeApi, imports: [ApiModule.forRoot(ports)], controllers: [PersonasController] };
  const app = await NestFactory.create<NestExpressApplication>(module, { logger: false });
  await app.init();
  const layers: readonly Layer[] = app.getHttpAdapter().getInstance().router.stack;
  await app.close();
  return layers.flatMap(({ route }) =>
    route?.path.startsWith(`/${apiPrefix}/`)
      ? route.stack.map(({ method }) => `${method.toUpperCase()} ${route.path.slice(apiPrefix.length + 2)}`)
      : [],
  );
}
