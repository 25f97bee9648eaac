import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, NestFactory } from '@nestjs/core';
import type { JobRegistry } from '../../runtime/jobs/job-registry.js';
import type { ProcessContext } from '../process/run-process.js';

/** The services whose methods marked with `@JobWorker` do the work behind service tasks. */
@Module({})
class JobWorkersModule {
  static forRoot(providers: readonly Provider[]): DynamicModule {
    return { module: JobWorkersModule, imports: [DiscoveryModule], providers: [...providers] };
  }
}

/** Opens the services and adds every worker among them to the registry; refuses two workers of one type. */
export async function openJobWorkers(
  { log, stopOrder }: Pick<ProcessContext, 'log' | 'stopOrder'>,
  registry: JobRegistry,
  providers: readonly Provider[],
): Promise<void> {
  const app = await NestFactory.createApplicationContext(JobWorkersModule.forRoot(providers), {
    logger: log.forNest,
    abortOnError: false,
  });
  stopOrder.add(() => app.close());
  for (const { instance } of app.get(DiscoveryService).getProviders()) {
    const provider: unknown = instance;
    if (typeof provider === 'object' && provider !== null) registry.add(provider);
  }
}
