#!/usr/bin/env node
// The command line of Boligflyt: of a checkout, where it builds what it needs when a source has changed, quietly, and of an
// installation, where everything is built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format } from 'node:util';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const houses = ['shared', 'contract', 'engine', 'runtime', 'testbench', 'cli'];
const cache = path.join(root, 'node_modules', '.cache', 'boligflyt');
const options = {
  swcrc: false,
  jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022', keepClassNames: true },
  module: { type: 'es6' },
};
const aWeek = 7 * 24 * 3_600_000;

const isCheckout = existsSync(path.join(root, 'src'));
const args = process.argv.slice(2);
if (args[0] === 'key') process.exitCode = runKeys(args.slice(1));
else process.exitCode = await runCommandLine();

async function runCommandLine() {
  const made = isCheckout ? await madeFromSources() : path.join(root, 'dist');
  // Libraries may talk; standard output is for answers alone.
  const toStandardError = (...words) => process.stderr.write(`${format(...words)}\n`);
  Object.assign(console, { log: toStandardError, info: toStandardError, debug: toStandardError });
  const isBench = args[0] === 'testbench' || args[0] === 'test';
  const file = path.join(made, isBench ? 'testbench' : 'cli', 'command-line.js');
  const { runCommandLine: run } = await import(pathToFileURL(file).href);
  const { env: environment, stdin: input, stdout: output, stderr: remarks } = process;
  // Whoever reads may stop reading; a disk that is full is another matter.
  output.on('error', (problem) => process.exit(problem.code === 'EPIPE' ? 0 : 1));
  return isBench ? run(args) : run(args, { environment, input, output, remarks });
}

/** Keys are made beside the database: a process of the server, with the server's configuration. */
function runKeys(words) {
  const source = ['--import', pathToFileURL(path.join(root, 'tools', 'run-typescript.mjs')).href, 'src/app/key.ts'];
  const program = isCheckout ? source : ['dist/app/key.js'];
  const { status } = spawnSync(process.execPath, [...program, ...words], { cwd: root, stdio: 'inherit' });
  return status ?? 1;
}

async function madeFromSources() {
  const sources = houses.flatMap((house) => sourcesUnder(path.join('src', house)));
  const made = path.join(cache, fingerprint(sources));
  if (!existsSync(made)) await build(made, sources);
  return made;
}

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
async function build(target, sources) {
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
