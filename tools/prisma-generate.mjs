// Generates the Prisma client into src/store/generated (git-ignored), offline. Skipped when it is newer than the schema.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const schema = path.join(root, 'prisma', 'schema.prisma');
const client = path.join(root, 'src', 'store', 'generated', 'client.ts');
const isCurrent = existsSync(client) && statSync(client).mtimeMs > statSync(schema).mtimeMs;

if (!isCurrent) {
  const cli = fileURLToPath(import.meta.resolve('prisma/build/index.js'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'generate', '--schema', schema], {
    cwd: root,
    encoding: 'utf8',
    // `generate` never runs the schema engine, but without this it would try to download one.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  });
  if (status !== 0) {
    process.stderr.write(
      `${stdout}${stderr}\nExpected Prisma to generate its client, but it stopped with ${status}.\n`,
    );
    process.exit(1);
  }
}
