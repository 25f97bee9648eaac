import { createServer } from 'node:http';
import { createHealthRoutes } from '../http/health.js';
import { listen, stopListening } from '../http/listen.js';
import type { ProcessContext } from '../process/run-process.js';
import { healthOf } from './health-of.js';
import type { Core } from './open-core.js';

/**
 * Answers /health/live, /health/ready and /health/metrics on the health port, where one is set: the only port of a worker, and
 * for a web process one that the public need not reach.
 */
export async function openHealth({ configuration, stopOrder }: ProcessContext, core: Core): Promise<void> {
  const { host, healthPort: port } = configuration;
  if (port === undefined) return;

  const answer = createHealthRoutes(healthOf(core, configuration));
  const server = createServer((request, response) => {
    request.url = (request.url ?? '').replace(/^\/health(?=\/)/, '');
    void answer(request, response);
  });
  await listen(server, { host, port });
  stopOrder.add(() => stopListening(server));
}
