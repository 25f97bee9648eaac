#!/usr/bin/env node
// Writes the migration that leads from what the migrations make to prisma/schema.prisma, offline:
//   DATABASE_URL=postgresql://… node tools/prisma-migration.mjs <name>      writes prisma/migrations/<time>_<name>/migration.sql
//   DATABASE_URL=postgresql://… node tools/prisma-migration.mjs --check     compares the migrated database with the schema
// The login must own the database. Row-level security, grants and views are written by hand into the new file.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const schemaPath = path.join(root, 'prisma', 'schema.prisma');
const schema = { files: [{ path: schemaPath, content: readFileSync(schemaPath, 'utf8') }] };
const url = process.env.DATABASE_URL;
const [wanted] = process.argv.slice(2);
if (url === undefined || wanted === undefined) fail('Expected DATABASE_URL and a name, or --check.');

const engine = await openEngine();
const { exitCode, stdout } = await engine.diff({
  from: { tag: 'schemaDatasource', ...schema, configDir: path.dirname(schemaPath) },
  to: { tag: 'schemaDatamodel', ...schema },
  script: true,
  exitCode: true,
  filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
});
if (exitCode === 0) finish('The migrations make what prisma/schema.prisma says.');
if (wanted === '--check') fail(`The migrations do not make what prisma/schema.prisma says:\n${stdout}`);

const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
const folder = path.join(root, 'prisma', 'migrations', `${time}_${wanted}`);
mkdirSync(folder);
writeFileSync(path.join(folder, 'migration.sql'), stdout);
finish(`Written: ${path.relative(root, folder)}/migration.sql`);

async function openEngine() {
  const home = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const bytes = readFileSync(path.join(home, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': wasm });
  wasm.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const factory = { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect, connectToShadowDb: connect };
  const datamodels = schema.files.map((file) => [file.path, file.content]);
  return wasm.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

// The adapter cannot map PostgreSQL's internal type "char" (OID 18), which the catalogues use; the engine wants a character.
async function connect() {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  let characters = [];
  const query = pool.query.bind(pool);
  pool.query = async (...question) => {
    const answer = await query(...question);
    characters = answer.fields.flatMap((field, index) => (field.dataTypeID === 18 ? [[field, index]] : []));
    for (const [field] of characters) field.dataTypeID = pg.types.builtins.TEXT;
    return answer;
  };
  const adapter = await new PrismaPg(pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (question) => {
    const answer = await queryRaw(question);
    for (const [, index] of characters) answer.columnTypes[index] = ColumnTypeEnum.Character;
    return answer;
  };
  return adapter;
}

function finish(text) {
  console.log(text);
  process.exit(0);
}

function fail(text) {
  console.error(text);
  process.exit(1);
}
