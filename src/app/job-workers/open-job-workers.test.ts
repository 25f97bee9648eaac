import 'reflect-metadata';
import { Inject, Injectable } from '@nestjs/common';
import { JobRegistry } from '../../runtime/jobs/job-registry.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import { JobWorker } from '../../runtime/jobs/job-worker.js';
import { idOf } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import { createLog } from '../logging/log.js';
import { createStopOrder } from '../process/stop-order.js';
import { openJobWorkers } from './open-job-workers.js';

const archive = 'Archive';

@Injectable()
class Filing {
  constructor(@Inject(archive) private readonly filed: string[]) {}

  @JobWorker('arkiver')
  async file({ key }: Job): Promise<JsonObject> {
    this.filed.push(key);
    return { journalpost: this.filed.length };
  }
}

const job: Job = {
  ...{ tenant: idOf('trondheim'), key: 'sak-1/job-7', processInstanceId: idOf('sak-1'), node: 'arkiver' },
  ...{ headers: {}, variables: {}, at: '2026-11-23T08:00:00.000Z' },
};

it('finds the @JobWorker methods of the services at start-up, and gives these what Nest injects', async () => {
  const filed: string[] = [];
  const stopOrder = createStopOrder(() => undefined);
  const registry = new JobRegistry();

  const context = { log: createLog('silent'), stopOrder };
  await openJobWorkers(context, registry, [{ provide: archive, useValue: filed }, Filing]);

  expect(registry.types).toEqual(['arkiver']);
  expect(await registry.find('arkiver')?.run(job)).toEqual({ journalpost: 1 });
  expect(filed).toEqual(['sak-1/job-7']);
  await stopOrder.stopAll();
});

it('does not start where two services work on one type', async () => {
  const stopOrder = createStopOrder(() => undefined);
  const context = { log: createLog('silent'), stopOrder };
  const twice = [{ provide: archive, useValue: [] }, Filing, { provide: 'another', useClass: Filing }];

  await expect(openJobWorkers(context, new JobRegistry(), twice)).rejects.toThrow("'arkiver'");
  await stopOrder.stopAll();
});
