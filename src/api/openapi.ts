import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { problemSchema } from '../contract/problem.contract.js';

/** The description of the API, made from the contract and the controllers. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Boligflyt')
    .setDescription('Saksflyt for sosial boligutvikling og boligtildeling. Feil følger RFC 9457.')
    .setVersion('1')
    // Over https; plain http on a developer's machine calls it `boligflyt`.
    .addCookieAuth('__Host-boligflyt')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'bf_<id>_<hemmelighet>',
        description: 'En nøkkel for et program.',
      },
      'key',
    )
    .addSecurityRequirements('cookie')
    .addSecurityRequirements('key')
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const schemas = { ...document.components?.schemas, ...problemComponent() };
  return { ...document, components: { ...document.components, schemas } };
}

function problemComponent(): NonNullable<OpenAPIObject['components']>['schemas'] {
  const schema = problemSchema['~standard'].jsonSchema.output({ target: 'openapi-3.0' });
  return JSON.parse(JSON.stringify({ Problem: schema }));
}

/** Serves the description to people at /api/docs and to tools at /api/openapi.json. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}
