// node --import ./tools/run-typescript.mjs file.ts: runs TypeScript as it is written, for scripts that are no part of the build.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transform } from '@swc/core';

const options = {
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

// Hooks run in a thread of their own, which loads this same file.
if (isMainThread) register(import.meta.url);

/** `./x.js` in our own code is `./x.ts` on disk. */
export async function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);

  const filename = fileURLToPath(url);
  const { code } = await transform(seeded(await readFile(filename, 'utf8'), filename), { ...options, filename });
  return { format: 'module', source: code, shortCircuit: true };
}

/**
 * The simulator proves that it finds mistakes by making some: SEEDED_BUG holds `{file, find, replace}`, and that one file is run
 * with the text replaced. Nothing of it is in the product.
 */
function seeded(source, filename) {
  const bug = process.env.SEEDED_BUG ? JSON.parse(process.env.SEEDED_BUG) : undefined;
  if (bug === undefined || !filename.endsWith(`src/engine/${bug.file}`)) return source;
  if (!source.includes(bug.find))
    throw new Error(`Expected '${bug.file}' to hold the text of the seeded bug: ${bug.find}`);
  return source.replace(bug.find, () => bug.replace);
}
