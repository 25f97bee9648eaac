import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { format } from 'prettier';
import { ApiModule } from '../src/api/api.module.js';
import { openApiDocument } from '../src/api/openapi.js';

const file = 'docs/openapi.json';

/** The description as it is committed: in the order and the layout of the code formatter. */
async function describeApi(): Promise<string> {
  // Controllers are described, never called: nothing stands behind their ports.
  const ports = JSON.parse('{}');
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(ports), { logger: false });
  const document = openApiDocument(app);
  await app.close();
  return format(JSON.stringify(document), { parser: 'json', printWidth: 120 });
}

it('describes the API in docs/openapi.json as it is (npm run openapi writes it)', async () => {
  const described = await describeApi();
  if (process.env['BOLIGFLYT_WRITE_OPENAPI'] === '1') writeFileSync(file, described);

  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(described);
});
