// `npm start`: builds what is missing or older than its sources, then runs web, API and worker in this process.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Boligflyt trenger Node 20.19 eller nyere, men dette er Node ${process.versions.node}.`);
}
if (!existsSync('node_modules/@nestjs/core')) stop('Avhengighetene mangler: kjør «npm ci» først.');
if (existsSync('.env')) process.loadEnvFile('.env');

await Promise.all([
  build('serveren', 'build:server', 'dist/app/main.js', ['src', 'prisma/schema.prisma', 'nest-cli.json', '.swcrc']),
  build('nettsidene', 'build:web', 'web/dist/index.html', [
    'web/src',
    'web/public',
    'web/index.html',
    'web/package.json',
    'web/vite.config.ts',
    'src/contract',
  ]),
]);
if (process.env.npm_lifecycle_event === 'start') stopWithNpm();
await import('../dist/app/main.js');

/** Runs an npm script unless what it makes is newer than everything that it is made from. */
async function build(name, script, made, sources) {
  if (existsSync(made) && statSync(made).mtimeMs > Math.max(...sources.map(newest))) return;

  const startedAt = performance.now();
  console.log(`Bygger ${name} …`);
  const child = spawn('npm', ['run', '-s', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const end = () => child.kill();
  process.once('exit', end);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve).once('error', () => resolve(1)));
  process.off('exit', end);
  if (code !== 0) stop(`${output}\nBoligflyt kunne ikke bygge ${name}.`);
  console.log(`Bygget ${name} på ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}

/** When a file, or the newest file in a folder, was last changed; 0 when there is none. The Prisma client is made, not written. */
function newest(file) {
  const entry = statSync(file, { throwIfNoEntry: false });
  if (entry === undefined || path.basename(file) === 'generated') return 0;
  if (!entry.isDirectory()) return file.endsWith('.test.ts') ? 0 : entry.mtimeMs;

  return Math.max(entry.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

/** npm passes SIGINT and SIGTERM on; of its end by anything else it tells nobody. */
function stopWithNpm() {
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
