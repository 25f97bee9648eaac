import type { Id } from '../shared/id.js';
import type { JsonObject } from '../shared/json.js';
import type { CommandReceipt, TenantId } from './ports.js';

/** Receipts of what is no command to one case: a deployment, a move of the demo's clock. */
export interface ReceiptBook {
  find(
    tenant: TenantId,
    actor: Id<'Actor'>,
    key: string,
  ): Promise<{ readonly requestHash: string; readonly body: JsonObject } | undefined>;
  write(tenant: TenantId, actor: Id<'Actor'>, receipt: CommandReceipt & { readonly body: JsonObject }): Promise<void>;
  /**
   * Forgets what people and programs wrote more than 30 days ago by the municipality's clock, a thousand at most, and answers how many.
   * A request that is repeated after that is a new one. What the system itself wrote stays, and so do the receipts of a case, which go with it.
   */
  forgetOld(tenant: TenantId): Promise<number>;
}
