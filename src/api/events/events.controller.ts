import { Inject, Sse } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Observable } from 'rxjs';
import { mayReadCase } from '../../cases/access/may-read-case.js';
import { wholeCaseOfRow } from '../../cases/whole-case.js';
import { routes } from '../../contract/routes.contract.js';
import type { Id } from '../../shared/id.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';

const heartbeatMs = 15_000;

/** Tells pages what to read again. Says only which case changed, and only to those who may see it. */
@ApiResource('events')
export class EventsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @Sse(routes.events)
  @ApiOperation({ summary: 'Hendelser mens du ser på: hvilken sak som er endret (server-sent events)' })
  stream(@Who() who: RequestActor): Observable<MessageEvent> {
    return new Observable((subscriber) => {
      const tell = (id: Id<'ProcessInstance'>): void => {
        void this.changedFor(who, id).then((ids) => {
          for (const processInstanceId of ids) subscriber.next({ type: 'change', data: { processInstanceId } });
        });
      };
      const heartbeat = setInterval(() => subscriber.next({ type: 'heartbeat', data: '' }), heartbeatMs);
      const unsubscribe = this.ports.changes.subscribe(who.tenant, tell);
      // The browser asks again three seconds after a lost connection, and then reads its pages anew.
      subscriber.next({ type: 'hello', data: '', retry: 3_000 });
      return () => {
        clearInterval(heartbeat);
        unsubscribe();
      };
    });
  }

  // The page of an application tells what happens in its parts. A failing read must not end the stream: the page reads again at the next change.
  private async changedFor(
    { tenant, actor }: RequestActor,
    id: Id<'ProcessInstance'>,
  ): Promise<ReadonlySet<Id<'ProcessInstance'>>> {
    const found = await this.ports.cases.find(tenant, id).catch(() => undefined);
    return new Set(found !== undefined && mayReadCase(actor, found) ? [id, wholeCaseOfRow(found)] : []);
  }
}
