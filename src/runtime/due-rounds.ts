import type { CommandHandler } from './command-handler.js';
import type { DueKind } from './outbox-ports.js';
import type { MessageDelivery } from './messages/message-delivery.js';
import type { TenantId } from './ports.js';

/** What a round changes cases with. */
export interface RoundTools {
  readonly handler: Pick<CommandHandler, 'handle'>;
  readonly delivery: Pick<MessageDelivery, 'send'>;
}

/** Work that falls due in rows of its own, beside effects, timers and starts: messages, looks at cases, rent that is not paid. */
export interface DueRounds {
  /** What it does: it is asked only when something of this kind may be due. */
  readonly kind: DueKind;
  /** Does what is due now; answers how much was done. What fails is tried again by itself, and does not count. */
  work(tenant: TenantId, tools: RoundTools): Promise<number>;
}
