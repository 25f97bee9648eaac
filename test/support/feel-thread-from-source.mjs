// The thread of src/runtime/feel-worker, from TypeScript as it is written: for tests that run before anything is built.
import { register } from 'node:module';

register('../../tools/run-typescript.mjs', import.meta.url);
await import('../../src/runtime/feel-worker/feel-thread.ts');
