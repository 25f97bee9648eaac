import { Body, Inject, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  batchItemListSchema,
  batchItemsQuerySchema,
  batchListSchema,
  batchSchema,
  startBatchSchema,
} from '../../contract/batch.contract.js';
import type { BatchItemList, BatchView } from '../../contract/batch.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { BatchRow } from '../../runtime/operations/batch-ports.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { batchView, itemView } from './batch-view.js';
import { startBatch } from './start-batch.js';

/** What operators do to many cases at once, and how far it has come. */
@ApiResource('batches')
export class BatchesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @CommandRoute(routes.batches, 'Gjør det samme med mange saker', { status: 201, answer: batchSchema })
  start(
    @Asked() asked: AskedCommand,
    @Body({ schema: startBatchSchema }) body: z.output<typeof startBatchSchema>,
  ): Promise<BatchView> {
    return startBatch(this.ports, asked, body);
  }

  @ReadRoute(routes.batches, 'Kjøringene, de nyeste først', batchListSchema)
  async list(@Who() who: RequestActor): Promise<{ readonly items: readonly BatchView[] }> {
    return { items: (await this.ports.batchBook.list(who.tenant)).map(batchView) };
  }

  @ReadRoute(routes.batch, 'Hvor langt en kjøring har kommet', batchSchema)
  async read(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<BatchView> {
    return batchView(await this.existing(who, id));
  }

  @ReadRoute(routes.batchItems, 'Hva som ble av hver sak i en kjøring', batchItemListSchema)
  async items(
    @Who() who: RequestActor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: batchItemsQuerySchema }) { state, after }: z.output<typeof batchItemsQuerySchema>,
  ): Promise<BatchItemList> {
    await this.existing(who, id);
    const filter = state === undefined ? { after } : { after, state };
    return { items: (await this.ports.batchBook.items(who.tenant, id, filter)).map(itemView) };
  }

  @CommandRoute(routes.pauseBatch, 'Stopp en kjøring for en tid', { answer: batchSchema })
  pause(@Asked() asked: AskedCommand, @Param('id', { schema: idSchema }) id: string): Promise<BatchView> {
    return this.move(asked, id, 'paused');
  }

  @CommandRoute(routes.resumeBatch, 'La en kjøring gå videre', { answer: batchSchema })
  resume(@Asked() asked: AskedCommand, @Param('id', { schema: idSchema }) id: string): Promise<BatchView> {
    return this.move(asked, id, 'running');
  }

  @CommandRoute(routes.cancelBatch, 'Avbryt en kjøring; det som er gjort, er gjort', { answer: batchSchema })
  cancel(@Asked() asked: AskedCommand, @Param('id', { schema: idSchema }) id: string): Promise<BatchView> {
    return this.move(asked, id, 'cancelled');
  }

  private async move(asked: AskedCommand, id: string, to: 'running' | 'paused' | 'cancelled'): Promise<BatchView> {
    await this.existing(asked.who, id);
    const run = async () => {
      if (!(await this.ports.batches.move(asked.who.tenant, id, to))) throw problem('batch-not-in-state');
      return JSON.parse(JSON.stringify(batchView(await this.existing(asked.who, id))));
    };
    return onlyOnce(this.ports.receipts, asked, { schema: batchSchema, run });
  }

  private async existing(who: RequestActor, id: string): Promise<BatchRow> {
    const row = await this.ports.batchBook.find(who.tenant, id);
    if (row === undefined) throw problem('not-found');
    return row;
  }
}
