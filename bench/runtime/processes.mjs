// The processes of a real installation, on the database of a figure: `web` answers HTTP, `worker` does what waits.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tenant } from './world.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Starts `web` or `worker`; answers when it has said that it is at work. */
export async function startProcess(name, { url, ...more }) {
  const folder = mkdtempSync(join(tmpdir(), 'boligflyt-bench-'));
  const port = await freePort();
  const settings = {
    DATABASE_URL: url,
    DATA_FOLDER: folder,
    DEMO: 'true',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    MUNICIPALITY_ID: tenant,
    MUNICIPALITY_NAME: 'Måling kommune',
    LOG_LEVEL: 'error',
    ...more,
  };
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [join(root, 'dist/app', `${name}.js`)], {
    cwd: root,
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // It must not outlive a measurement that fails.
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const ended = once(child, 'exit').then(([code]) => {
    process.off('exit', endWithUs);
    rmSync(folder, { recursive: true, force: true });
    return code;
  });
  const ready = await Promise.race([once(child.stdout, 'data'), ended.then(() => undefined)]);
  if (ready === undefined) throw new Error(`Expected ${name} to start, but it ended`);
  const end = async (signal) => {
    child.kill(signal);
    await ended;
  };
  return { port, pid: child.pid, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
