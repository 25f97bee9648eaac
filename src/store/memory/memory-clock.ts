import type { Clock, TenantId } from '../../runtime/ports.js';
import type { Instant } from '../../shared/time.js';
import type { Municipalities } from './municipality.js';

/** A clock that stands still until it is moved. */
export class MemoryClock implements Clock {
  constructor(private readonly municipalities: Municipalities) {}

  async now(tenant: TenantId): Promise<Instant> {
    return this.municipalities.of(tenant).now;
  }

  async moveTo(tenant: TenantId, at: Instant): Promise<boolean> {
    const municipality = this.municipalities.of(tenant);
    if (at <= municipality.now) return false;

    municipality.now = at;
    return true;
  }
}
