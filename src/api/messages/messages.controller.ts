import { Body, Inject, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  messageAnswerSchema,
  messageListQuerySchema,
  messageListSchema,
  sendMessageSchema,
} from '../../contract/message.contract.js';
import type { MessageAnswer, MessageList } from '../../contract/message.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import type { RequestActor } from '../request-actor.js';

type MessageBody = z.output<typeof sendMessageSchema>;

/** Messages from other systems to the cases, for operators: a message can move any case and start any process. */
@ApiResource('messages')
export class MessagesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @CommandRoute(routes.messages, 'Send en melding til den som venter på den', { answer: messageAnswerSchema })
  async send(
    @Asked() asked: AskedCommand,
    @Body({ schema: sendMessageSchema }) message: MessageBody,
  ): Promise<MessageAnswer> {
    return onlyOnce(this.ports.receipts, asked, {
      schema: messageAnswerSchema,
      run: () => this.sendOnce(asked, message),
    });
  }

  @ReadRoute(routes.messages, 'Meldinger som venter, er tatt imot eller er for gamle', messageListSchema)
  async list(
    @Who() { tenant }: RequestActor,
    @Query({ schema: messageListQuerySchema }) { state, name }: z.output<typeof messageListQuerySchema>,
  ): Promise<MessageList> {
    const [items, counts] = await Promise.all([
      this.ports.keptMessages.list(tenant, { state, ...(name === undefined ? {} : { name }) }),
      this.ports.keptMessages.counts(tenant),
    ]);
    return { items: [...items], counts };
  }

  // A request that is repeated after a crash finds its message by this name, though it has no receipt yet.
  private async sendOnce({ who, receipt }: AskedCommand, body: MessageBody): Promise<MessageAnswer> {
    const { tenant, actor } = who;
    const { name: message, correlationKey, variables, timeToLive, broadcast: isBroadcast } = body;
    const { messageId = `${actor.id}/${receipt.key}` } = body;
    const life = timeToLive === undefined ? {} : { timeToLive };
    const key = correlationKey === undefined ? {} : { key: correlationKey };
    const incoming = { message, ...key, variables, ...life, messageId, isBroadcast, actor };
    const { correlated, started, isKept, expiresAt } = await this.ports.messages.correlate(tenant, incoming);
    return {
      correlated: [...correlated],
      started: [...started],
      kept: isKept,
      expiresAt: isKept ? (expiresAt ?? null) : null,
    };
  }
}
