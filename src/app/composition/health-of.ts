import { readinessOf } from '../../runtime/readiness.js';
import { watchFigures } from '../../runtime/watch-figures.js';
import type { Configuration } from '../config/configuration.js';
import type { HealthParts } from '../http/health.js';
import type { Core } from './open-core.js';

/** How this process is, from what it stands on. */
export function healthOf({ store, queue, worksHere, clockCheck }: Core, { metricsToken }: Configuration): HealthParts {
  const tenants = () => store.outbox.tenants();
  const { canaries, lookout } = store;
  const queueAnswers = () => queue.answers();
  return {
    readiness: () => readinessOf({ canaries, clockCheck, tenants, worksHere, queueAnswers }),
    figures: () => watchFigures({ lookout, canaries, tenants }),
    ...(metricsToken === undefined ? {} : { metricsToken }),
  };
}
