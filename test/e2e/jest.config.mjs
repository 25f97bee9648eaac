import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The browser test is a run of its own: it needs Chromium, the built application and a minute.
const rootDir = fileURLToPath(new URL('../..', import.meta.url));
const { transform, moduleNameMapper, extensionsToTreatAsEsm, testEnvironment } = JSON.parse(
  readFileSync(new URL('../../jest.config.json', import.meta.url), 'utf8'),
);

export default {
  rootDir,
  roots: ['<rootDir>/test/e2e'],
  testMatch: ['**/*.e2e.ts'],
  testTimeout: 60_000,
  maxWorkers: 2,
  globalSetup: '<rootDir>/test/e2e/play-demo.mjs',
  globalTeardown: '<rootDir>/test/e2e/forget-demo.mjs',
  verbose: true,
  transform,
  moduleNameMapper,
  extensionsToTreatAsEsm,
  testEnvironment,
};
