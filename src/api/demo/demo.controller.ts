import { Body, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import { advanceClockSchema, clockSchema, mailboxMessageSchema, mailboxSchema } from '../../contract/demo.contract.js';
import type { ClockView, MailboxMessage } from '../../contract/demo.contract.js';
import { mailIdSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { Instant } from '../../shared/time.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts, DemoPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** What only the demo has: a clock that can be moved, a mailbox that everybody may open. */
@ApiResource('demo')
export class DemoController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.clock, 'Klokka i demoen', clockSchema)
  async clock(@Who() { tenant }: RequestActor): Promise<ClockView> {
    this.demo();
    return clockView(await this.ports.clock.now(tenant));
  }

  @CommandRoute(routes.advanceClock, 'Spol fram en dag, en uke eller til neste frist', { answer: clockSchema })
  async advance(
    @Asked() asked: AskedCommand,
    @Body({ schema: advanceClockSchema }) { by }: z.output<typeof advanceClockSchema>,
  ): Promise<ClockView> {
    const { travel } = this.demo();
    const run = async (): Promise<ClockView> => {
      const outcome = await travel.advance(asked.who.tenant, { by });
      if (!outcome.ok) throw problem('not-in-demo');
      return clockView(outcome.now);
    };
    return onlyOnce(this.ports.receipts, asked, { schema: clockSchema, run });
  }

  @ReadRoute(routes.mailbox, 'Postkassen i demoen, de nyeste først', mailboxSchema)
  async mailbox(@Who() { tenant }: RequestActor): Promise<{ readonly items: readonly MailboxMessage[] }> {
    return { items: await this.messages(tenant) };
  }

  @ReadRoute(routes.mailboxMessage, 'En melding i postkassen', mailboxMessageSchema)
  async message(
    @Who() { tenant }: RequestActor,
    @Param('id', { schema: mailIdSchema }) id: string,
  ): Promise<MailboxMessage> {
    const found = (await this.messages(tenant)).find((message) => message.id === id);
    if (found === undefined) throw problem('not-found');
    return found;
  }

  private async messages(tenant: RequestActor['tenant']): Promise<readonly MailboxMessage[]> {
    const messages = await this.demo().mailbox.list(tenant);
    return messages.map((message) => ({ ...message, attachments: [...message.attachments] }));
  }

  private demo(): DemoPorts {
    if (this.ports.demo === undefined) throw problem('not-in-demo');
    return this.ports.demo;
  }
}

const clockView = (now: Instant): ClockView => ({ now, today: dateInNorway(now), canAdvance: true });
