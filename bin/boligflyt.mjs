#!/usr/bin/env node
// The command line tool of a checkout: builds what it needs when a source has changed, quietly, and runs it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format } from 'node:util';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const houses = ['shared', 'engine', 'runtime', 'testbench'];
const cache = path.join(root, 'node_modules', '.cache', 'boligflyt');
const options = {
  swcrc: false,
  jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022', keepClassNames: true },
  module: { type: 'es6' },
};
const aWeek = 7 * 24 * 3_600_000;

const sources = houses.flatMap((house) => sourcesUnder(path.join('src', house)));
const made = path.join(cache, fingerprint(sources));
if (!existsSync(made)) await build(made);
// Libraries may talk; standard output is for answers alone.
const toStandardError = (...words) => process.stderr.write(`${format(...words)}\n`);
Object.assign(console, { log: toStandardError, info: toStandardError, debug: toStandardError });
const { runCommandLine } = await import(pathToFileURL(path.join(made, 'testbench/command-line.js')).href);
process.exitCode = await runCommandLine(process.argv.slice(2));

function sourcesUnder(folder) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\.d\.ts$|\.controller\.ts$/.test(file))
    .sort()
    .map((file) => ({ file, content: readFileSync(path.join(root, file), 'utf8') }));
}

/** Tells sources apart by what they say, so that a checkout that changes back and forth is not built again. */
function fingerprint(files) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const { file, content } of files) hash.update(`${file}\0${content}\0`);
  return hash.digest('hex').slice(0, 24);
}

/** Builds beside and moves into place: of two that build at once, either one's result is used, and neither is half there. */
async function build(target) {
  const { transform } = await import('@swc/core');
  const beside = `${target}.${process.pid}`;
  const write = async ({ file, content }) => {
    const { code } = await transform(content, { ...options, filename: file });
    const out = path.join(beside, path.relative('src', file).replace(/\.ts$/, '.js'));
    mkdirSync(path.dirname(out), { recursive: true });
    writeFileSync(out, code);
  };
  await Promise.all(sources.map(write));
  writeFileSync(path.join(beside, 'package.json'), '{"type":"module"}\n');
  try {
    renameSync(beside, target);
  } catch (problem) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(target)) throw problem;
  }
  forgetOld();
}

function forgetOld() {
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name);
    if (Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) < aWeek) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}
