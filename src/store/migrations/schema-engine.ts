import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';

// Node has it; the library of TypeScript for Node does not name it.
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly instance: { readonly exports: { __wbindgen_start(): void } } }>;
};

let program: Promise<void> | undefined;

/** Prisma's own migration engine as WebAssembly: needs no binary, so no download, and no CLI. */
export async function openSchemaEngine(adapters: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  // Once in a process: the library keeps views of the memory of the first.
  await (program ??= loadProgram());
  const bound = bindMigrationAwareSqlAdapterFactory(adapters);
  return engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, bound);
}

async function loadProgram(): Promise<void> {
  const home = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const bytes = await readFile(path.join(home, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': importsOfEngine() });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

// The engine forgets to clear a timer of ten seconds that guards its lock; a process must be able to end before that.
const importsOfEngine = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(engine).map(([name, value]) => [name, name.startsWith('__wbg_setTimeout_') ? idleTimeout : value]),
  );

const idleTimeout = (callback: () => void, milliseconds: number): unknown => setTimeout(callback, milliseconds).unref();
