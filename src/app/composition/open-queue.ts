import { redisSettings } from '../../jobs/redis-home.js';
import { openWakeQueue, type WakeQueue } from '../../jobs/wake-queue.js';
import { queueIn } from '../../store/queue-pool.js';
import type { Log } from '../logging/log.js';
import type { ProcessContext } from '../process/run-process.js';
import { refuseToStart } from '../start-refusal.js';

/** The queue of hints, where the configuration says: in Redis, or in the database itself. A Redis that is away stops nothing. */
export async function openQueue(
  { configuration, log, stopOrder }: ProcessContext,
  databaseUrl: string,
): Promise<WakeQueue> {
  const { redisUrl } = configuration;
  if (redisUrl !== undefined) await requireKeepingRedis(redisUrl, log);
  const home = redisUrl === undefined ? queueIn(databaseUrl) : ({ kind: 'redis', url: redisUrl } as const);
  const queue = await openWakeQueue(home, (error) =>
    log.warn({ reason: error.message }, 'The queue lost a connection'),
  );
  stopOrder.add(() => queue.close());
  return queue;
}

/** Refuses a Redis that throws hints away when it is full, and warns of one that forgets them when it is restarted. */
export async function requireKeepingRedis(url: string, log: Pick<Log, 'warn'>): Promise<void> {
  const settings = await redisSettings(url);
  if (settings === undefined)
    return log.warn({}, 'Redis does not answer: until it does, the sweeper does the work of the hints');

  const { maxmemoryPolicy, aof } = settings;
  if (maxmemoryPolicy !== 'noeviction')
    refuseToStart(
      `CONFIG_REDIS_EVICTION: Redis har maxmemory-policy ${maxmemoryPolicy} og kan kaste påminnelser når den er full. Sett «maxmemory-policy noeviction».`,
    );
  if (!aof) log.warn({}, 'Redis has no append-only file: hints are lost when it restarts. Set «appendonly yes»');
}
